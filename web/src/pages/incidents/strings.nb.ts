import type { Strings } from './strings.en';

export const nb: Strings = {
  title: 'Hendelser',
  lead: 'Hvem gjorde hva mot hvem, hvor og når.',
  view: 'Visning',
  views: { both: 'Kart og tabell', map: 'Kart', table: 'Tabell' },

  map: 'Kart',
  mapLabel: (count, circles) =>
    `Kart over ${count} hendelser i ${circles} sirkler. Tallene står i tabellen under.`,
  mapKeys: 'Kart. Piltastene flytter det, pluss og minus zoomer.',
  hint: 'Trykk på en sirkel for å se bare det som skjedde der. Piltaster eller dra flytter kartet, '
    + '+ og − eller Ctrl og hjulet zoomer; på berøringsskjerm to fingre.',
  placed: (count, total) =>
    `${count} av ${total} hendelser har et sted som kan vises.`,
  legend: 'En sirkel har den klassen som de fleste av hendelsene har; arealet er antallet',
  andMore: (place, more) => `${place} +${more}`,
  zoom: 'Zoom',
  zoomIn: 'Zoom inn',
  zoomOut: 'Zoom ut',
  showAll: 'Vis alt',
  onlyShown: 'Bare det kartet viser',
  credit: 'Natural Earth',
  noBasemap: 'Kyster og grenser kunne ikke hentes',
  circles: 'Sirkler på kartet',
  commonest: 'Vanligste type',
  class: 'Klasse',
  lat: 'Breddegrad',
  lon: 'Lengdegrad',

  units: { auto: 'Passende', day: 'Dager', week: 'Uker', month: 'Måneder', year: 'År' },
  overTime: {
    day: 'Hendelser per dag',
    week: 'Hendelser per uke',
    month: 'Hendelser per måned',
    year: 'Hendelser per år',
  },
  countBy: 'Tell etter',
  barsLabel: (title, count, first, last) => `${title}: ${count} fra ${first} til ${last}`,
  firstDay: 'Første dag',
  lastDay: 'Siste dag',
  types: 'Hendelsestyper',

  chosen: 'Valgt på kartet',
  cut: (count) =>
    `Kartet viser for mange steder til at alle kan tas med; dette er de ${count} med flest `
    + 'hendelser. Zoom inn for å se de andre.',
  nothingShown: 'Ingenting skjedde der kartet viser. Flytt det, eller zoom ut.',
  who: 'Hvem mot hvem',
  toWhom: 'mot',
  showPlace: (place) => `Vis ${place} på kartet`,
};
