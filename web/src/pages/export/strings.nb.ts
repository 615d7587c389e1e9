import type { Strings } from './strings.en';

export const nb: Strings = {
  title: 'Eksport',
  lead: 'Protokollene som filer for R, Python, regneark og andre programmer.',
  format: 'Format',
  formats: {
    csv: 'Varde, CSV',
    parquet: 'Varde, Parquet',
    plover: 'PLOVER, CSV',
    cameo: 'CAMEO som i GDELT',
    ucdp: 'UCDP GED',
    ceasefires: 'Våpenhviler etter ETH/PRIO',
    jsonl: 'Alt, JSON Lines',
  },
  rows: {
    csv: 'En rad for hver hendelse',
    parquet: 'En rad for hver hendelse',
    plover: 'En rad for hver hendelse',
    cameo: 'En rad for hver hendelse som skjedde',
    ucdp: 'En rad for hver voldelig hendelse som skjedde',
    ceasefires: 'En rad for hver part i hver våpenhvile',
    jsonl: 'En linje for hver post i alle protokoller unntatt aktører',
  },
  about: {
    csv: 'Vardes egne kolonner, med tapstall, motsigelser og sikkerhet. Begynn her.',
    parquet: 'De samme kolonnene med typer, lite og raskt å lese i R, Python og DuckDB.',
    plover: 'Det samme med feltnavnene i PLOVERs kodebok.',
    cameo:
      'De 58 kolonnene i hendelsestabellen til GDELT 1.0, med CAMEO-koder og en overskriftslinje. ' +
      'Planer, forslag og avkreftelser er utelatt: CAMEO har dem ikke.',
    ucdp: 'De 49 kolonnene i UCDP Georeferenced Event Dataset: hendelser av typen ASSAULT.',
    ceasefires:
      'De 87 kolonnene i ETH/PRIOs data om våpenhviler i borgerkriger. Det deres egne kodere ' +
      'fyller ut for hånd, for eksempel dyadenummer, står tomt.',
    jsonl: 'Alle felt, historikk, påstander og ordene i hver melding.',
  },
  choose: 'Hvilke poster',
  chooseLead: 'Filtrene velger poster, som på alle andre sider.',
  download: (format) => `Last ned: ${format}`,
  fits: (incidents, tolls) => `${incidents} hendelser og ${tolls} tapstall passer med filtrene.`,
  counting: 'Teller det som passer …',
  command: 'Det samme på kommandolinjen',
  copy: 'Kopier',
  copied: 'Kopiert.',
  dictionary:
    'Hva hver kolonne betyr, og hvilke som står tomme, finnes i mappen codebook/exports i programmet.',
};
