// Every question that the workbench puts to the server, one function each.

import { signal } from '@preact/signals';
import type * as T from './types';

/** An error that the server describes (RFC 9457), or that no answer came (status 0). */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly title: string,
    readonly detail: string,
  ) {
    super(detail || title);
  }
}

/** What the server says of itself and of who asks; null until it has answered. */
export const status = signal<T.Status | null>(null);

/** Whether the server has refused to answer without a token. */
export const tokenNeeded = signal(false);

type Query = Record<string, string | number | readonly string[] | null | undefined>;

function withQuery(path: string, query: object = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query as Query)) {
    if (value === null || value === undefined || value === '') continue;
    if (typeof value === 'object') value.forEach((each) => search.append(name, each));
    else search.set(name, String(value));
  }
  const text = search.toString();
  return `/api/v1/${path}${text ? `?${text}` : ''}`;
}

async function problemOf(answer: Response): Promise<Problem> {
  const fallback = { title: answer.statusText, detail: '' };
  const body = (await answer.json().catch(() => fallback)) as Partial<typeof fallback>;
  return new Problem(answer.status, body.title ?? fallback.title, body.detail ?? '');
}

async function ask(url: string, init: RequestInit): Promise<Response> {
  let answer: Response;
  try {
    answer = await fetch(url, { credentials: 'same-origin', ...init });
  } catch (error) {
    if ((error as Error).name === 'AbortError') throw error;
    throw new Problem(0, '', '');
  }
  if (answer.ok) return answer;
  if (answer.status === 401) tokenNeeded.value = true;
  throw await problemOf(answer);
}

async function get<Answer>(path: string, query?: object, signal?: AbortSignal): Promise<Answer> {
  const answer = await ask(withQuery(path, query), { signal: signal ?? null });
  return (await answer.json()) as Answer;
}

async function send(method: string, path: string, body?: object): Promise<Response> {
  const headers: Record<string, string> = {};
  if (body) headers['Content-Type'] = 'application/json';
  const init: RequestInit = { method, headers };
  if (body) init.body = JSON.stringify(body);
  return ask(withQuery(path), init);
}

async function post<Answer>(path: string, body: object): Promise<Answer> {
  return (await (await send('POST', path, body)).json()) as Answer;
}

const entryPath = (id: string) => `entries/${id.split('/').map(encodeURIComponent).join('/')}`;

/** The register of actors knows few of the filters, and refuses the others. */
function heeded(ledger: T.Ledger, listing: T.Listing): T.Listing {
  if (ledger !== 'actors') return listing;
  const { actor = [], country = [], as_of = null, limit, cursor, order, detail } = listing;
  return {
    actor: actor.slice(0, 1), country, as_of, cursor: cursor ?? null,
    ...(limit && { limit }), ...(order && { order }), ...(detail && { detail }),
  };
}

type MapQuery = Partial<T.Filters> & {
  zoom: number;
  west?: number;
  south?: number;
  east?: number;
  north?: number;
};

export const api = {
  status: (signal?: AbortSignal) => get<T.Status>('status', {}, signal),

  ledger: <L extends T.Ledger>(ledger: L, listing: T.Listing, signal?: AbortSignal) =>
    get<T.Page<T.LedgerEntries[L]>>(`ledgers/${ledger}`, heeded(ledger, listing), signal),
  changes: (listing: T.Listing & { since: T.Day }, signal?: AbortSignal) =>
    get<T.Page<T.Entry>>('changes', listing, signal),

  entry: (id: string, asOf: T.Day | null, signal?: AbortSignal) =>
    get<T.Entry>(entryPath(id), { as_of: asOf }, signal),
  explanation: (id: string, signal?: AbortSignal) =>
    get<T.Explanation>(`${entryPath(id)}/explanation`, {}, signal),

  documents: (listing: Pick<T.Listing, 'limit' | 'cursor'>, signal?: AbortSignal) =>
    get<T.Page<T.StoredDocument>>('documents', listing, signal),
  document: (key: string, signal?: AbortSignal) =>
    get<T.FullDocument>(`documents/${encodeURIComponent(key)}`, {}, signal),
  search: (q: string, limit: number, signal?: AbortSignal) =>
    get<{ items: T.SearchHit[] }>('search', { q, limit }, signal),

  queue: (listing: Pick<T.Listing, 'limit' | 'cursor'>, signal?: AbortSignal) =>
    get<T.Page<T.QueueItem>>('queue', listing, signal),

  counts: (by: T.CountBy, query: Partial<T.Filters> & { limit?: number }, signal?: AbortSignal) =>
    get<T.Counts>('counts', { by, ...query }, signal),
  map: (query: MapQuery, signal?: AbortSignal) => get<T.MapAnswer>('map', query, signal),
  network: (query: Partial<T.Filters> & { limit?: number }, signal?: AbortSignal) =>
    get<T.Network>('network', query, signal),
  tollSum: (filters: Partial<T.Filters>, signal?: AbortSignal) =>
    get<T.TollSum>('tolls/sum', filters, signal),

  /** Where a browser downloads an export from. */
  exportAddress: (format: string, filters: Partial<T.Filters>) =>
    withQuery('export', { format, ...filters }),

  /**
   * Throws what the server has against an export. A browser would save the complaint under the
   * name of the export; so one asks, and lets go as soon as the answer begins.
   */
  checkExport: async (format: string, filters: Partial<T.Filters>): Promise<void> => {
    const abort = new AbortController();
    await ask(withQuery('export', { format, ...filters }), { signal: abort.signal });
    abort.abort();
  },

  code: (document: T.NewDocument) => post<T.CodedText>('code', document),
  addDocument: (document: T.NewDocument) => post<T.StoredAnswer>('documents', document),
  correct: (correction: T.NewCorrection) =>
    post<{ items: T.Correction[] }>('corrections', correction),

  signIn: (token: string) => send('POST', 'session', { token }),
  signOut: () => send('DELETE', 'session'),
};

/** Asks who we are; needed at the start and after signing in or out. */
export async function refreshStatus(): Promise<void> {
  status.value = await api.status();
  tokenNeeded.value = false;
}
