import { type FormatRule, pair, person, refused, unchanged, updated } from './rule.fixture';

/** Whose data a row is and what it asks for. */
export const GLOBAL_RULES: readonly FormatRule[] = [
  person(
    'INSTITUTION: the code of the institution is taken and stored nowhere',
    { INSTITUTION: 'OPERA' },
    { LASTNAME: 'Bell', INSTITUTION: undefined },
  ),
  person('INSTITUTION: an empty cell is the institution of the import', { INSTITUTION: '' }, { LASTNAME: 'Bell' }),
  refused('INSTITUTION: a row for another institution is refused', { INSTITUTION: 'MUSEUM' }, 'other-institution'),
  refused('INSTITUTION: capitals count', { INSTITUTION: 'Opera' }, 'other-institution'),
  refused('INSTITUTION: takes 15 characters', { INSTITUTION: 'x'.repeat(16) }, 'text-too-long', 'other-institution'),
  refused('INSTITUTION: is not cleared', { INSTITUTION: '=' }, 'clear-not-allowed'),
  person('ORGANIZATION: * is every organization', { ORGANIZATION: '*' }, { ORGANIZATION: undefined }),
  person('ORGANIZATION: an empty cell is every organization', { ORGANIZATION: '' }, { ORGANIZATION: undefined }),
  person('ORGANIZATION: one of the institution is kept with the contact', { ORGANIZATION: 'BALLET' }, { ORGANIZATION: 'BALLET' }),
  pair(
    'ORGANIZATION: is that of a structure and of its relay',
    { ORGANIZATION: 'BALLET' },
    { structure: { ORGANIZATION: 'BALLET' }, relay: { ORGANIZATION: 'BALLET' } },
  ),
  unchanged('ORGANIZATION: an empty cell leaves that of a known contact', { ORGANIZATION: 'BALLET' }, { ORGANIZATION: '' }),
  updated('ORGANIZATION: * gives a known contact to every organization', { ORGANIZATION: 'BALLET' }, { ORGANIZATION: '*' }, { ORGANIZATION: null }),
  refused('ORGANIZATION: an unknown one is refused', { ORGANIZATION: 'CHOIR' }, 'unknown-organization'),
  refused('ORGANIZATION: takes 8 characters', { ORGANIZATION: 'ORCHESTRA' }, 'text-too-long', 'unknown-organization'),
  refused('ORGANIZATION: is not cleared', { ORGANIZATION: '=' }, 'clear-not-allowed'),
  person('OPERATION: an empty cell is INSERT', { OPERATION: '' }, { LASTNAME: 'Bell', OPERATION: undefined }),
  person('OPERATION: is read without capitals too', { OPERATION: 'insert' }, { LASTNAME: 'Bell' }),
  refused('OPERATION: another word is refused', { OPERATION: 'MERGE' }, 'unknown-operation'),
  refused('OPERATION: the operation of files without operations has no word', { OPERATION: 'ADD_OR_UPDATE' }, 'unknown-operation'),
  refused('OPERATION: is not cleared', { OPERATION: '=' }, 'clear-not-allowed'),
];
