/** An invented contact, its parts side by side; names as in the columns it fills. */
export interface DemoContact {
  number: string;
  kind: 'individual' | 'structure' | 'relay';
  /** Number of the structure a relay belongs to. */
  structure?: string;
  title?: string;
  first_name?: string;
  last_name?: string;
  birth_date?: string;
  official_name?: string;
  structure_type?: string;
  job_function?: string;
  language: string;
  line1: string;
  zip_code: string;
  town: string;
  country: string;
  telephone?: string;
  cellphone?: string;
  email1?: string;
  consents: boolean;
  criteria: { code: string; value: string }[];
}

const FIRST_NAMES = ['Adèle', 'Bruno', 'Chloé', 'Damien', 'Élise', 'Farid', 'Gaëlle', 'Hugo', 'Inès', 'Jules', 'Karim', 'Léonie', 'Maël', 'Noémie'];
const FEMALE = new Set(['Adèle', 'Chloé', 'Élise', 'Gaëlle', 'Inès', 'Léonie', 'Noémie']);
const LAST_NAMES = [
  'Aubin',
  'Bérard',
  'Castel',
  'Delmas',
  'Évrard',
  'Fontanel',
  'Garnier',
  'Hébert',
  'Imbert',
  'Jourdan',
  'Lacroix',
  'Marchal',
  'Noël',
];
const STREETS = ['rue du Port', 'quai des Tilleuls', 'avenue de la Gare', 'place du Marché', 'chemin des Vignes', 'rue Haute', 'impasse du Lavoir'];
const TOWNS = ['01000 Bourg-en-Bresse', '38000 Grenoble', '69003 Lyon', '73000 Chambéry', '74000 Annecy'];
const STRUCTURES = ['Lycée des Cimes', 'Collège du Parc', 'Atelier Bois et Cie', 'Les Amis du Quai', 'Comité Alpine', 'École des Sources'];
const TYPES: Record<string, string> = { Lycée: 'SCHOOL', Collège: 'SCHOOL', École: 'SCHOOL', Atelier: 'COMPANY', Comité: 'COMPANY', Les: 'ASSOC' };
const LIKES = ['THEATRE', 'DANCE', 'CIRCUS', 'OPERA'];
const HEARD = ['POSTER', 'FRIEND', 'PRESS'];

/** Walks round a list; the lists' lengths share no factor, so that names, streets and towns meet in ever new pairs. */
const pick = (list: readonly string[], index: number) => list[index % list.length] as string;

const address = (index: number) => {
  const [zip_code, ...town] = pick(TOWNS, index).split(' ');
  return { line1: `${(index % 90) + 1} ${pick(STREETS, index)}`, zip_code: zip_code as string, town: town.join(' '), country: 'FR' };
};

/** Without accents and spaces, as people write their addresses. */
const plain = (name: string) =>
  name
    .normalize('NFD')
    .replace(/\P{ASCII}/gu, '')
    .toLowerCase()
    .replace(/\W+/g, '-');

/** French numbers that the regulator keeps for fiction: nobody answers there. */
const telephone = (index: number) => `+33199${String(index).padStart(6, '0')}`;
const cellphone = (index: number) => `+3363998${String(index).padStart(4, '0')}`;

const numberOf = (index: number) => String(100_001 + index);

function person(index: number) {
  const first_name = pick(FIRST_NAMES, index);
  const last_name = pick(LAST_NAMES, index);
  const email1 = `${plain(first_name)}.${plain(last_name)}.${index}@example.org`;
  return { title: FEMALE.has(first_name) ? 'MRS' : 'MR', first_name, last_name, email1, cellphone: cellphone(index) };
}

function individual(index: number): DemoContact {
  const likes = [pick(LIKES, index), pick(LIKES, index + (index % 3))];
  return {
    ...person(index),
    ...address(index),
    number: numberOf(index),
    kind: 'individual',
    language: index % 11 === 0 ? 'en' : 'fr',
    birth_date: `${1945 + (index % 60)}-${String((index % 12) + 1).padStart(2, '0')}-${String((index % 28) + 1).padStart(2, '0')}`,
    // Gaps as in any real contact base: some have no e-mail, some no cellphone.
    email1: index % 9 === 4 ? undefined : person(index).email1,
    cellphone: index % 4 === 1 ? undefined : cellphone(index),
    consents: index % 3 !== 0,
    criteria: [
      ...[...new Set(likes)].map((value) => ({ code: 'LIKES', value })),
      ...(index % 2 ? [{ code: 'HEARD', value: pick(HEARD, index) }] : []),
      ...(index % 17 === 0 ? [{ code: 'PATRON', value: 'T' }] : []),
      ...(index % 23 === 0 ? [{ code: 'SEATING', value: 'Près de l’allée' }] : []),
    ],
  };
}

function structure(index: number): DemoContact {
  const name = pick(STRUCTURES, index);
  return {
    ...address(index),
    number: numberOf(index),
    kind: 'structure',
    official_name: `${name} ${pick(TOWNS, index).slice(6)}`,
    structure_type: TYPES[name.split(' ')[0] as string],
    language: 'fr',
    telephone: telephone(index),
    email1: `${plain(name)}.${index}@example.com`,
    consents: true,
    criteria: [{ code: 'SECTOR', value: index % 2 ? 'PUBLIC' : 'PRIVATE' }],
  };
}

const relay = (index: number, of: DemoContact): DemoContact => ({
  ...person(index),
  ...address(index - 1),
  number: numberOf(index),
  kind: 'relay',
  structure: of.number,
  job_function: index % 2 ? 'Professeure référente' : 'Chargé de projet',
  language: 'fr',
  consents: true,
  criteria: [{ code: 'HEARD', value: pick(HEARD, index) }],
});

/** `count` contacts, always the same: of each eight one is a structure and the next its relay, the others are individuals. */
export function demoContacts(count: number): DemoContact[] {
  const contacts: DemoContact[] = [];
  for (let index = 0; index < count; index++) {
    const before = contacts.at(-1);
    if (before?.kind === 'structure') contacts.push(relay(index, before));
    else contacts.push(index % 8 === 6 ? structure(index) : individual(index));
  }
  return contacts;
}
