import { type FormatRule, person, refused, unchanged, updated } from './rule.fixture';

/** What any cell may say. */
export const CELL_RULES: readonly FormatRule[] = [
  unchanged(
    'cell: empty leaves the field alone',
    { FIRSTNAME: 'Anna', TOWN: 'Lyon', COUNTRY: 'FR', ADDR_TYPE: 'MSB' },
    { FIRSTNAME: '', TOWN: ' \u00a0' },
  ),
  updated('cell: = removes the value', { FIRSTNAME: 'Anna' }, { FIRSTNAME: '=' }, { FIRSTNAME: null }),
  updated('cell: = with blanks around it, too', { FIRSTNAME: 'Anna' }, { FIRSTNAME: ' = ' }, { FIRSTNAME: null }),
  unchanged('cell: = where there is nothing changes nothing', {}, { FIRSTNAME: '=' }),
  updated('cell: anything else is the new value', { FIRSTNAME: 'Anna' }, { FIRSTNAME: '==' }, { FIRSTNAME: '==' }),
  updated('cell: what differs by capitals or accents differs', { FIRSTNAME: 'Anna' }, { FIRSTNAME: 'ANNA' }, { FIRSTNAME: 'ANNA' }),
  unchanged('cell: the same letters in another coding are the same', { FIRSTNAME: 'Zo\u00e9' }, { FIRSTNAME: 'Zoe\u0301' }),
  person('cell: blanks around a value are left off', { FIRSTNAME: ' Anna ' }, { FIRSTNAME: 'Anna' }),
  person('cell: control characters are left out, and told', { FIRSTNAME: 'An\u0000na' }, { FIRSTNAME: 'Anna' }, 'control-characters-removed'),
  person('cell: = in a new contact clears nothing', { FIRSTNAME: '=', LASTNAME: 'Bell' }, { FIRSTNAME: undefined }),
  refused(
    'cell: one that cannot be used is left out, one that is in the way refuses the row',
    { BIRTHDATE: 'x', COUNTRY: 'UK' },
    'country-code-mistaken',
    'bad-date',
  ),
];
