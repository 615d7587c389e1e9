import type { Strings } from './strings.en';

export const nb: Strings = {
  title: 'Leser',
  copyOf: 'En kopi av',
  original: 'en annen artikkel',
  copyNote: 'Postene i den er ikke i noen protokoll.',
};
