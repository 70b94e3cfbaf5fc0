import { stored, type TypedRow } from '@/lib/engine/small-file.fixture';
import type { StoredContact } from '@/lib/engine/types';
import { bell, type FormatRule, file } from './rule.fixture';

const TEN = {
  OFFICIAL_NAME: 'Lycée',
  ADDRESS_NAME1: 'Lycée',
  ADDRESS_NAME2: 'Desk',
  LINE1: '1 rue Haute',
  LINE2: 'Hall B',
  LINE3: 'Door 2',
  ZIPCODE: '69001',
  TOWN: 'Lyon',
  TOWN_COMPLEMENT: 'Cedex',
  COUNTRY: 'FR',
} as const;
const SCHOOL = stored({ id: 'school', number: '10', kind: 'structure', fields: { ...TEN, ADDR_TYPE: 'MSB' } });
const DIFFERENT: TypedRow = { ...TEN, ...Object.fromEntries(Object.keys(TEN).map((code) => [code, 'Other'])), ZIPCODE: '69002', COUNTRY: 'BE' };
const others = (Object.keys(TEN) as (keyof typeof TEN)[]).map((code) =>
  file(
    `structure: differs where ${code} differs`,
    [SCHOOL],
    { ...TEN, ZIPCODE: TEN.ZIPCODE, [code]: DIFFERENT[code] },
    {
      bucket: 'created',
      says: [...(code === 'COUNTRY' ? (['bad-postcode'] as const) : []), ...(code === 'OFFICIAL_NAME' ? [] : (['similar-structure'] as const))],
    },
  ),
);

const STRUCTURES: readonly FormatRule[] = [
  file('structure: is the same where all ten fields agree', [SCHOOL], TEN, { bucket: 'unchanged' }),
  ...others,
  file(
    'structure: capitals and accents count; that it resembles one is told',
    [SCHOOL],
    { ...TEN, OFFICIAL_NAME: 'LYCEE' },
    {
      bucket: 'created',
      says: ['similar-structure'],
    },
  ),
  file(
    'structure: one that resembles another of the file is told, and made',
    [],
    [
      { OFFICIAL_NAME: 'Lycée', LASTNAME: 'Cole' },
      { OFFICIAL_NAME: 'LYCEE', LASTNAME: 'Dahl' },
    ],
    { bucket: 'created', writes: { structure: { OFFICIAL_NAME: 'LYCEE' } }, says: ['similar-structure-in-file'] },
  ),
  file(
    'structure: of the same name in another town is told, and made',
    [],
    [
      { OFFICIAL_NAME: 'Lycée', TOWN: 'Lyon' },
      { OFFICIAL_NAME: 'Lycée', TOWN: 'Metz' },
    ],
    { bucket: 'created', writes: { structure: { TOWN: 'Metz' } }, says: ['similar-structure-in-file'] },
  ),
  file(
    'structure: a row with its relay links the relay to the one there is',
    [SCHOOL],
    { ...TEN, LASTNAME: 'Cole' },
    {
      bucket: 'created',
      writes: { structure: {}, relay: { LASTNAME: 'Cole' } },
    },
  ),
  file(
    'structure: INSERT of one that exists is refused',
    [SCHOOL],
    { OPERATION: 'INSERT', ...TEN },
    { bucket: 'refused', says: ['structure-exists'] },
  ),
];

const known = (id: string, given: Partial<StoredContact> = {}) => stored({ id, number: id, fields: { EMAIL1: 'a@x.org' }, ...given });
const ANNA = known('31', { login: true });
const RELAY = known('33', { kind: 'relay', structureId: 'school' });
const typed = { EMAIL1: 'a@x.org', TOWN: 'Metz' } as const;
const updates = { bucket: 'updated', writes: { individual: { TOWN: 'Metz' } } } as const;
const ambiguous = { bucket: 'refused', says: ['ambiguous-email'] } as const;

const PERSONS: readonly FormatRule[] = [
  file('person: is never found by name', [bell()], { LASTNAME: 'Bell' }, { bucket: 'created' }),
  file('person: is found by e-mail in a file without operations', [known('31')], typed, updates),
  file('person: of several who share the e-mail the one who signs in is meant', [known('32'), ANNA, RELAY], typed, updates),
  file('person: nobody is meant where none of several signs in', [known('31'), known('32')], typed, ambiguous),
  file('person: nobody is meant where two sign in', [ANNA, known('32', { login: true })], typed, ambiguous),
  file('person: a relay does not sign in', [known('31'), known('33', { kind: 'relay', structureId: 'school', login: true })], typed, ambiguous),
  file('person: a number goes before the e-mail', [ANNA, known('32')], { ...typed, CONTACT_NR: '32' }, updates),
];

/** Who two rows, or a row and a contact, are. */
export const IDENTITY_RULES: readonly FormatRule[] = [...STRUCTURES, ...PERSONS];
