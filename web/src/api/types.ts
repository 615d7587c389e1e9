// What the server answers, as docs/api.md and docs/ledgers.md describe it.

export type Day = string;

export interface DateSpan {
  begin: Day;
  end: Day;
}

export interface Place {
  name: string;
  country: string | null;
  lat: number | null;
  lon: number | null;
}

export interface Person {
  name: string;
  canonical: string | null;
  country: string | null;
  sector: string[];
}

export interface Party extends Person {
  certainty?: string;
  attendance?: string;
  stance?: string;
  reports?: number;
}

export interface Account {
  name: string;
  code: string;
  stance: string;
}

/** A record of one article. `detail=summary` leaves out where its words are and what they are. */
export interface Report {
  id: string;
  document: string;
  publisher: string | null;
  language: string;
  published: Day | null;
  according_to: Account[];
  confidence: number;
  begin?: number;
  end?: number;
  quote?: string;
}

export interface Step {
  state: string;
  date: DateSpan | null;
  /** Null where the calendar, and no article, brought the state. */
  report: Report | null;
}

export interface Correction {
  number: number;
  report: string;
  field: string;
  value: string;
  machine: string;
  by: string;
  why: string;
  at: string;
}

interface EntryBase {
  id: string;
  reports: number;
  publishers: number;
  first_report: Day | null;
  last_report: Day | null;
  confidence: number;
  /** Left out by `detail=summary`. */
  told?: Report[];
  /** The words of the first report, only with `detail=summary`. */
  quote?: string | null;
  /** Only where one entry is asked for. */
  corrections?: Correction[];
}

export interface Contradiction {
  field: string;
  values: { value: string; reports: string[] }[];
}

export interface Incident extends EntryBase {
  kind: 'incident';
  type: string;
  mode: string[];
  quad: number;
  cameo: string;
  state: string;
  actor: Party[];
  recipient: Party[];
  according_to: Party[];
  date: DateSpan | null;
  place: Place | null;
  history: Step[];
  contradictions: Contradiction[];
}

export interface Claim {
  source: string;
  low: number | null;
  high: number | null;
  who: string | null;
  part: boolean;
  replaced: boolean;
  report: Report;
}

export interface Toll extends EntryBase {
  kind: 'toll';
  type: string;
  low: number | null;
  high: number | null;
  disputed: boolean;
  date: DateSpan | null;
  place: Place | null;
  actor: Party[];
  incident: string | null;
  claims: Claim[];
}

export interface Violation {
  incident: string;
  date: DateSpan;
  place: string | null;
  by: string[];
  against: string[];
  according_to: string[];
}

export interface Ceasefire extends EntryBase {
  kind: 'ceasefire';
  state: string;
  history: Step[];
  area: Place | null;
  parties: Party[];
  proposed_by: Party[];
  rejected_by: Party[];
  brokered_by: Party[];
  begin_date: DateSpan | null;
  end_date: DateSpan | null;
  duration_hours: number | null;
  renewable: boolean | null;
  excluded: string[];
  purpose: string | null;
  violations: Violation[];
}

export interface Talks extends EntryBase {
  kind: 'talks';
  state: string;
  history: Step[];
  place: Place | null;
  date: DateSpan | null;
  format: string | null;
  participants: Party[];
  previous: string | null;
}

export interface Resolution extends EntryBase {
  kind: 'resolution';
  state: string;
  history: Step[];
  body: string | null;
  subject: string | null;
  date: DateSpan | null;
  sponsors: Party[];
  vetoed_by: Party[];
  in_favour: number | null;
  against: number | null;
  abstained: number | null;
  votes: Record<string, string>;
}

export interface ControlClaim {
  date: DateSpan | null;
  change: string;
  holder: Person[];
  from: Person[];
  share: number | null;
  report: Report;
}

export interface Control extends EntryBase {
  kind: 'control';
  place: Place | null;
  holder: Person[];
  since: DateSpan | null;
  state: string;
  disputed: boolean;
  claims: ControlClaim[];
}

export interface Actor {
  kind: 'actor';
  name: string;
  canonical: string | null;
  type: string;
  country: string | null;
  sector: string[];
  names: string[];
  offices: { office: string; first_report: Day | null; last_report: Day | null }[];
  documents: number;
  first_report: Day | null;
  last_report: Day | null;
}

export type Entry = Incident | Toll | Ceasefire | Talks | Resolution | Control;

export interface LedgerEntries {
  incidents: Incident;
  tolls: Toll;
  ceasefires: Ceasefire;
  talks: Talks;
  resolutions: Resolution;
  control: Control;
  actors: Actor;
}

export type Ledger = keyof LedgerEntries;

export interface Page<Item> {
  items: Item[];
  next: string | null;
}

export type Role = 'reader' | 'analyst' | 'admin';

export interface Status {
  version: string;
  documents: number;
  latest_day: Day | null;
  role: Role;
  analyst: string | null;
  tokens: boolean;
}

export interface Change {
  documents: number;
  corrections: number;
  latest_day: Day | null;
}

export interface Explanation {
  id: string;
  document: string;
  rule?: string | null;
  text: string;
}

export interface StoredDocument {
  key: string;
  id: string;
  published: Day | null;
  publisher: string | null;
  title: string | null;
  language: string;
  copy_of: string | null;
}

export interface FullDocument extends StoredDocument {
  uri: string | null;
  versions: Record<string, string>;
  text: string;
  coded: CodedDocument;
  corrections: Correction[];
}

export interface SearchHit {
  document: string;
  key: string;
  published: Day | null;
  publisher: string | null;
  title: string | null;
  snippet: string;
}

export interface QueueItem {
  report: string;
  kind: string;
  type: string | null;
  state: string | null;
  key: string;
  document: string;
  published: Day | null;
  publisher: string | null;
  title: string | null;
  begin: number;
  end: number;
  quote: string;
  confidence: number;
  score: number;
}

export type CountBy = 'day' | 'week' | 'month' | 'year' | 'type' | 'state' | 'country' | 'place';

export interface Count {
  key: string;
  count: number;
  country?: string | null;
  lat?: number | null;
  lon?: number | null;
}

export interface Counts {
  total: number;
  items: Count[];
}

export interface MapCell {
  lat: number;
  lon: number;
  count: number;
  types: Record<string, number>;
  place: string | null;
  places: number;
  id: string | null;
}

export interface MapAnswer {
  total: number;
  placed: number;
  cells: MapCell[];
}

export interface NetworkNode {
  id: string;
  country: string;
  sector: string;
  count: number;
}

export interface NetworkLink {
  source: string;
  target: string;
  type: string;
  quad: number;
  count: number;
}

export interface Network {
  nodes: NetworkNode[];
  links: NetworkLink[];
}

export interface TollSum {
  entries: number;
  disputed: number;
  total: { low: number; high: number };
  series: { source: string | null; points: { day: Day; low: number; high: number }[] }[];
}

export interface Words {
  begin: number;
  end: number;
}

export interface CodedActor extends Person {
  entity: string | null;
  certainty?: string;
  attendance?: string;
  stance?: string;
}

export interface CodedEntity {
  id: string;
  type: string;
  name: string;
  canonical: string | null;
  country: string | null;
  sector: string[];
  office: string | null;
  aliases: string[];
  location: { lat: number; lon: number; country: string; geonames: number } | null;
  mentions: (Words & { text: string; kind: string })[];
}

interface CodedRecord {
  id: string;
  confidence: number;
  evidence: Words;
  rule: string | null;
}

export interface CodedEvent extends CodedRecord {
  type: string;
  mode: string[];
  context: string[];
  quad: number;
  cameo: string;
  status: string;
  trigger: Words & { text: string };
  actor: CodedActor[];
  recipient: CodedActor[];
  date: (DateSpan & { text?: string }) | null;
  place: Place | null;
  according_to: CodedActor[];
}

export interface CodedToll extends CodedRecord {
  kind: string;
  low: number | null;
  high: number | null;
  who: string | null;
  event: string | null;
  place: Place | null;
  date: DateSpan | null;
  according_to: CodedActor[];
}

export interface CodedCeasefire extends CodedRecord {
  state: string;
  area: string | null;
  country: string | null;
  parties: CodedActor[];
  proposed_by: CodedActor[];
  rejected_by: CodedActor[];
  brokered_by: CodedActor[];
  begin_date: DateSpan | null;
  end_date: DateSpan | null;
  duration_hours: number | null;
  renewable: boolean | null;
  excluded: string[];
  purpose: string | null;
}

export interface CodedTalks extends CodedRecord {
  state: string;
  place: Place | null;
  date: DateSpan | null;
  format: string | null;
  participants: CodedActor[];
}

export interface CodedResolution extends CodedRecord {
  body: string | null;
  state: string;
  sponsors: CodedActor[];
  vetoed_by: CodedActor[];
  in_favour: number | null;
  against: number | null;
  abstained: number | null;
  subject: string | null;
  date: DateSpan | null;
}

export interface CodedControl extends CodedRecord {
  place: Place | null;
  holder: CodedActor[];
  from: CodedActor[];
  change: string;
  share: number | null;
  date: DateSpan | null;
  according_to: CodedActor[];
}

export interface CodedDocument {
  schema: string;
  id: string;
  sha256: string;
  language: string;
  source: { uri: string | null; publisher: string | null; title: string | null };
  published: { begin: Day | null; end: Day | null; basis: string };
  duplicate_of: string | null;
  entities: CodedEntity[];
  events: CodedEvent[];
  tolls: CodedToll[];
  ceasefires: CodedCeasefire[];
  talks: CodedTalks[];
  resolutions: CodedResolution[];
  control: CodedControl[];
  notes: string[];
}

export interface NewDocument {
  text: string;
  id?: string;
  language?: string;
  published?: Day;
  uri?: string;
  publisher?: string;
  title?: string;
}

/** A document coded, not stored. Offsets count in `text`, which may differ from what was sent. */
export interface CodedText {
  text: string;
  coded: CodedDocument;
}

export interface StoredAnswer {
  key: string;
  id: string;
  stored: boolean;
  copy_of: string | null;
}

export interface NewCorrection {
  report: string;
  changes: Record<string, string>;
  why: string;
  by?: string;
}

/** The filters that every list and sum takes. */
export interface Filters {
  actor: string[];
  country: string[];
  place: string[];
  type: string[];
  source: string[];
  since: Day | null;
  until: Day | null;
  as_of: Day | null;
  min_reports: number | null;
}

export interface Listing extends Partial<Filters> {
  limit?: number;
  cursor?: string | null;
  order?: 'oldest' | 'newest';
  detail?: 'full' | 'summary';
}
