import { FIELDS } from '@/lib/engine/fields';
import type { TypedRow } from '@/lib/engine/small-file.fixture';
import { bell, type FormatRule, file, pair, person, refused, unchanged, updated } from './rule.fixture';

const columns = FIELDS.filter(({ group }) => group === 'criteria').map(({ code }) => code);

const CELLS: readonly FormatRule[] = [
  person('criterion: values are separated by a bar', { CRIT01: 'SEASON=Opera|Jazz' }, { '=SEASON': 'Jazz|Opera' }),
  person('criterion: in two columns it is the same as in one', { CRIT01: 'SEASON=Opera', CRIT02: 'SEASON=Jazz' }, { '=SEASON': 'Jazz|Opera' }),
  person('criterion: a yes or no is T or F', { CRIT01: 'VIP=TRUE' }, { '=VIP': 'T' }),
  person('criterion: a free text is taken as it is', { CRIT01: 'NICK=The = sign' }, { '=NICK': 'The = sign' }),
  person('criterion: nothing behind the code says nothing', { CRIT01: 'SEASON=' }, { '=SEASON': undefined }),
  refused('criterion: a cell takes 1000 characters', { CRIT01: `NICK=${'x'.repeat(1000)}` }, 'text-too-long'),
  refused('criterion: without a code it is refused', { CRIT01: 'Opera' }, 'criterion-without-code'),
  refused('criterion: an unknown code is refused, and never created', { CRIT01: 'COLOUR=Red' }, 'unknown-criterion'),
  refused('criterion: a value that is not in its list is refused, and never created', { CRIT01: 'SEASON=Ballet' }, 'unknown-criterion-value'),
  refused('criterion: one of several values that is not in its list refuses the row', { CRIT01: 'SEASON=Opera|Ballet' }, 'unknown-criterion-value'),
  refused('criterion: a list of one choice takes one value', { CRIT01: 'SEAT=Stalls|Balcony' }, 'one-criterion-value-only'),
];

const config = (codes: TypedRow, ...rows: TypedRow[]): TypedRow[] => [
  { OPERATION: 'CONFIG', ...codes },
  ...rows.map((row) => ({ LASTNAME: 'Bell', ...row })),
];

const CONFIG: readonly FormatRule[] = [
  file('CONFIG: below it the cell holds the values alone', [], config({ CRIT01: 'SEASON' }, { CRIT01: 'Opera|Jazz' }), {
    bucket: 'created',
    writes: { individual: { '=SEASON': 'Jazz|Opera' } },
  }),
  file(
    'CONFIG: below it = alone clears',
    [bell({ '=SEASON': 'Opera' })],
    config({ CRIT01: 'SEASON' }, { OPERATION: 'UPDATE', CONTACT_NR: '1', CRIT01: '=' }),
    { bucket: 'updated', writes: { individual: { '=SEASON': null } } },
  ),
  file('CONFIG: holds until the next one', [], [...config({ CRIT01: 'SEASON' }), ...config({ CRIT01: 'SEAT' }, { CRIT01: 'Stalls' })], {
    bucket: 'created',
    writes: { individual: { '=SEAT': 'Stalls', '=SEASON': undefined } },
  }),
  file(
    'CONFIG: the next one takes back what it does not say',
    [],
    [...config({ CRIT01: 'SEASON', CRIT02: '' }), ...config({ CRIT02: 'SEAT' }, { CRIT01: 'Opera' })],
    {
      bucket: 'refused',
      says: ['criterion-without-code'],
    },
  ),
  file('CONFIG: with an unknown criterion says so', [], [{ OPERATION: 'CONFIG', CRIT01: 'COLOUR' }], {
    bucket: 'not_imported',
    says: ['config-criterion-unknown', 'config-row'],
  }),
  file('CONFIG: the code of an administrative number is no criterion', [], [{ OPERATION: 'CONFIG', ADMIN_NUMBER: 'SIRET' }], {
    bucket: 'not_imported',
    says: ['config-row'],
  }),
  file('CONFIG: with an unknown criterion refuses the rows that use it', [], config({ CRIT01: 'COLOUR' }, { CRIT01: 'Red' }), {
    bucket: 'refused',
    says: ['unknown-criterion'],
  }),
  file('CONFIG: with an unknown criterion is no matter to rows that do not use it', [], config({ CRIT01: 'COLOUR' }, { CRIT01: '' }), {
    bucket: 'created',
  }),
];

const KEPT: readonly FormatRule[] = [
  updated('criterion: the values of a list are replaced', { '=SEASON': 'Dance|Opera' }, { CRIT01: 'SEASON=Jazz' }, { '=SEASON': 'Jazz' }),
  updated('criterion: || in front adds to the values of a list', { '=SEASON': 'Opera' }, { CRIT01: 'SEASON=||Jazz' }, { '=SEASON': 'Jazz|Opera' }),
  updated('criterion: = behind the code clears it', { '=SEASON': 'Opera' }, { CRIT01: 'SEASON==' }, { '=SEASON': null }),
  unchanged('criterion: an empty cell leaves it', { '=SEASON': 'Opera' }, { CRIT01: '' }),
  pair(
    'criterion: for structures it is the structure’s',
    { CRIT01: 'LEVEL=Primary' },
    { structure: { '=LEVEL': 'Primary' }, relay: { '=LEVEL': undefined } },
  ),
  pair(
    'criterion: for individuals it is the relay’s',
    { CRIT01: 'SEAT=Stalls' },
    { structure: { '=SEAT': undefined }, relay: { '=SEAT': 'Stalls' } },
  ),
  pair('criterion: for both it is the relay’s', { CRIT01: 'SEASON=Opera' }, { structure: { '=SEASON': undefined }, relay: { '=SEASON': 'Opera' } }),
  person('criterion: for structures a person does not have it', { CRIT01: 'LEVEL=Primary' }, { '=LEVEL': undefined }, 'field-not-for-kind'),
];

/** Criteria: fifty columns, of which any can hold any criterion. */
export const CRITERIA_RULES: readonly FormatRule[] = [
  ...columns.map((code) => person(`${code}: holds a code and its value`, { [code]: 'SEASON=Opera' }, { '=SEASON': 'Opera' })),
  ...CELLS,
  ...CONFIG,
  ...KEPT,
];
