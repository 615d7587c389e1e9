import type { Strings } from './strings.en';

export const nb: Strings = {
  title: 'Artikler',
  lead: 'Artiklene i arkivet, de nyeste først.',
  copyOf: 'En kopi av',
  original: 'originalen',
  id: 'Id',
  none: 'Arkivet har ingen artikler ennå.',
  noneText: 'Legg til noen her, eller med «varde ingest».',
};
