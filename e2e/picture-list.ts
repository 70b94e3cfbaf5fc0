export const pictureHeader = [
  'Civilité',
  'Prénom',
  'Nom',
  'Date de naissance',
  'Courriel',
  'Société',
  'Rue',
  'CP',
  'Ville',
  'Pays',
  'Newsletter',
  'Abonnement',
];

const FIRST_NAMES = ['Zoé', 'Théo', 'Inès', 'Noël', 'Maïa', 'Loïc', 'Anaïs'];
const WOMEN = new Set(['Zoé', 'Inès', 'Maïa', 'Anaïs']);
const LAST_NAMES = ['Lefèvre', 'Garçon', 'Muñoz', 'Bœuf', 'Péron', 'Vasseur', 'Lemaître', 'Quéméner', 'Besançon', 'Faÿ', 'Tréhet'];
const TOWNS = ['01000 Bourg-en-Bresse', '03100 Montluçon', '06400 Cannes', '73000 Chambéry', '74000 Annecy'];
const STREETS = ['place du Marché', 'rue Haute', 'quai des Tilleuls', 'chemin des Vignes'];
const SERIES = ['Or', 'Argent', 'Découverte'];

const ascii = (name: string) =>
  name
    .replaceAll('œ', 'oe')
    .normalize('NFD')
    .replace(/\P{ASCII}/gu, '')
    .toLowerCase();

/** The lists' lengths share no factor, so that names, streets and towns meet in ever new pairs. */
const pick = (list: readonly string[], index: number) => list[index % list.length] ?? '';

function newcomer(index: number): string[] {
  const [first, last] = [pick(FIRST_NAMES, index), pick(LAST_NAMES, index)];
  const [zip = '', ...town] = pick(TOWNS, index).split(' ');
  const born = index % 13 === 6 ? '31.02.1979' : `${String((index % 28) + 1).padStart(2, '0')}.0${(index % 9) + 1}.${1950 + (index % 50)}`;
  const email = index % 17 === 9 ? `${ascii(last)}.example.org` : `${ascii(first)}.${ascii(last)}.${index}@example.org`;
  const company = index % 12 === 5 ? `Atelier ${last}` : '';
  const country = index % 19 === 8 ? 'UK' : 'FR';
  const title = WOMEN.has(first) ? 'Mme' : 'M.';
  return [
    title,
    first,
    last,
    born,
    email,
    company,
    `${index + 1} ${pick(STREETS, index)}`,
    zip,
    town.join(' '),
    country,
    'TRUE',
    pick(SERIES, index),
  ];
}

/** A contact of the demo, as a subscription desk writes it down again: a new street, or nothing new. */
function known(index: number, email: string): string[] {
  const street = index % 3 === 2 ? '' : `${40 + index} boulevard des Arts`;
  return ['', '', '', '', email, '', street, '', '', '', index % 3 === 0 ? 'TRUE' : '', ''];
}

const KNOWN = [
  'adele.aubin.0',
  'bruno.berard.1',
  'chloe.castel.2',
  'damien.delmas.3',
  'farid.fontanel.5',
  'ines.imbert.8',
  'jules.jourdan.9',
  'karim.lacroix.10',
];

/** The rows of a list of subscribers in which everything that usually happens happens. */
export const pictureRows = (): string[][] => [
  ...Array.from({ length: 64 }, (_, index) => newcomer(index)),
  ...KNOWN.map((name, index) => known(index, `${ascii(name)}@example.org`)),
];
