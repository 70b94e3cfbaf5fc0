import { sam as layout } from '@/lib/engine/layouts/sam';
import { stored, type TypedRow } from '@/lib/engine/small-file.fixture';
import { bell, type FormatRule, file } from './rule.fixture';

/** The columns of a SAM file, of which a row fills some. */
const sam = (typed: TypedRow): TypedRow => ({ ...Object.fromEntries(layout.columns.map(({ code }) => [code, ''])), ...typed });
const ANNA = bell({ FIRSTNAME: 'Anna', TITLE: 'MRS', PREF_LANG: 'en', BIRTHDATE: '1980-12-31', EMAIL1: 'anna@x.org' });
const SCHOOL = stored({
  id: 'school',
  number: '10',
  kind: 'structure',
  fields: { OFFICIAL_NAME: 'School', TOWN: 'Lyon', COUNTRY: 'FR', ADDR_TYPE: 'MSB' },
});
const created = (individual: object, ...says: FormatRule['says']) => ({ bucket: 'created', writes: { individual }, says }) as const;

/** Files for marketing: keyed on the e-mail, without operations and numbers. */
export const SAM_RULES: readonly FormatRule[] = [
  file('SAM: the e-mail is the only mandatory column', [], { EMAIL1: 'anna@x.org' }, created({ EMAIL1: 'anna@x.org' })),
  file('SAM: a row without e-mail and name is refused', [], sam({ EMAIL1: '', TOWN: 'Lyon' }), { bucket: 'refused', says: ['nothing-to-create'] }),
  file('SAM: a row with a bad e-mail alone is refused', [], sam({ EMAIL1: 'anna' }), { bucket: 'refused', says: ['bad-email', 'nothing-to-create'] }),
  file('SAM: a known e-mail is updated', [ANNA], sam({ EMAIL1: 'Anna@x.org', LASTNAME: 'Cole' }), {
    bucket: 'updated',
    writes: { individual: { LASTNAME: 'Cole' } },
  }),
  file('SAM: blank cells leave a known contact as it is', [ANNA], sam({ EMAIL1: 'anna@x.org' }), { bucket: 'unchanged' }),
  file('SAM: blank names of a new contact are imported as -', [], sam({ EMAIL1: 'a@x.org' }), created({ FIRSTNAME: '-', LASTNAME: '-' })),
  file('SAM: the name that is not blank stays', [], sam({ EMAIL1: 'a@x.org', LASTNAME: 'Bell' }), created({ FIRSTNAME: '-', LASTNAME: 'Bell' })),
  file(
    'SAM: only the model with all its columns fills names',
    [],
    { EMAIL1: 'a@x.org', FIRSTNAME: '', LASTNAME: '' },
    created({ FIRSTNAME: undefined, LASTNAME: undefined }),
  ),
  file(
    'SAM: the filled names are no change when the file comes again',
    [stored({ fields: { EMAIL1: 'a@x.org', FIRSTNAME: '-', LASTNAME: '-', TITLE: 'UNDEFINED', PREF_LANG: 'fr' } })],
    sam({ EMAIL1: 'a@x.org' }),
    { bucket: 'unchanged' },
  ),
  file(
    'SAM: digits in a name are told; the row goes on (ours)',
    [],
    sam({ EMAIL1: 'a@x.org', FIRSTNAME: 'R2', LASTNAME: 'D2' }),
    created({ FIRSTNAME: 'R2', LASTNAME: 'D2' }, 'digits-in-name', 'digits-in-name'),
  ),
  file(
    'SAM: a blank title and language of a new contact are the defaults',
    [],
    sam({ EMAIL1: 'a@x.org' }),
    created({ TITLE: 'UNDEFINED', PREF_LANG: 'fr' }),
  ),
  file('SAM: a blank date of birth stays blank', [], sam({ EMAIL1: 'a@x.org' }), created({ BIRTHDATE: undefined })),
  file('SAM: a date of birth has its day first', [], sam({ EMAIL1: 'a@x.org', BIRTHDATE: '01.02.1999' }), created({ BIRTHDATE: '1999-02-01' })),
  file(
    'SAM: a date of birth with the month first stays blank',
    [],
    sam({ EMAIL1: 'a@x.org', BIRTHDATE: '01.13.1999' }),
    created({ BIRTHDATE: undefined }, 'bad-date'),
  ),
  file(
    'SAM: a structure that exists gets the relay of the line; the line is imported (ours)',
    [SCHOOL],
    sam({ EMAIL1: 'c@x.org', LASTNAME: 'Cole', OFFICIAL_NAME: 'School', TOWN: 'Lyon' }),
    {
      bucket: 'created',
      writes: { structure: { OFFICIAL_NAME: undefined }, relay: { LASTNAME: 'Cole' } },
      says: [],
    },
  ),
  file(
    'SAM: country, telephone, postcode, criteria and consents follow the same rules',
    [],
    sam({ EMAIL1: 'a@x.org', COUNTRY: 'UK', CRIT01: 'COLOUR=Red', CNIL_O: 'yes' }),
    {
      bucket: 'refused',
      says: ['country-code-mistaken', 'bad-flag', 'unknown-criterion'],
    },
  ),
];
