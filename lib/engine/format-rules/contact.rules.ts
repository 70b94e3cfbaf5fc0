import { stored } from '@/lib/engine/small-file.fixture';
import { bell, type FormatRule, file, pair, person, refused, structure, unchanged, updated } from './rule.fixture';

const NUMBER: readonly FormatRule[] = [
  person('CONTACT_NR: leading zeros are kept', { CONTACT_NR: '0007' }, { CONTACT_NR: '0007' }),
  person('CONTACT_NR: is given by the database where the cell is empty', { CONTACT_NR: '' }, { CONTACT_NR: undefined }),
  person('CONTACT_NR: takes 20 digits', { CONTACT_NR: '9'.repeat(20) }, { CONTACT_NR: '9'.repeat(20) }),
  refused('CONTACT_NR: more than 20 digits are refused', { CONTACT_NR: '9'.repeat(21) }, 'text-too-long'),
  refused('CONTACT_NR: of a new contact has no letters', { OPERATION: 'INSERT', CONTACT_NR: 'A12' }, 'number-not-digits'),
  refused('CONTACT_NR: of a new contact has no points, hyphens or underscores', { OPERATION: 'INSERT', CONTACT_NR: '1_2.3-4' }, 'number-not-digits'),
  refused('CONTACT_NR: nor in a file without operations', { CONTACT_NR: 'A12' }, 'number-not-digits'),
  refused('CONTACT_NR: that a spreadsheet rounded is refused and stored nowhere', { CONTACT_NR: '4.41E+11' }, 'number-rounded'),
  refused('CONTACT_NR: that a French spreadsheet rounded is, too', { CONTACT_NR: '4,41E+11' }, 'number-rounded'),
  refused('CONTACT_NR: is not cleared', { CONTACT_NR: '=' }, 'clear-not-allowed'),
  refused(
    'CONTACT_NR: is unique in the file',
    [
      { OPERATION: 'INSERT', CONTACT_NR: '7' },
      { OPERATION: 'INSERT', CONTACT_NR: '7', LASTNAME: 'Cole' },
    ],
    'number-twice',
  ),
  file(
    'CONTACT_NR: on UPDATE whatever exists is matched, letters too',
    [stored({ number: 'A-7', fields: {} })],
    { OPERATION: 'UPDATE', CONTACT_NR: 'A-7', LASTNAME: 'Old' },
    {
      bucket: 'updated',
      writes: { individual: { LASTNAME: 'Old' } },
    },
  ),
  pair(
    'CONTACT_NR: of a structure and its relay is the number of the relay',
    { CONTACT_NR: '50' },
    {
      structure: { CONTACT_NR: undefined },
      relay: { CONTACT_NR: '50' },
    },
  ),
];

const ROLE: readonly FormatRule[] = [
  person('ROLE: without one the names decide: a person is PUBLIC', { ROLE: '' }, { LASTNAME: 'Bell', ROLE: undefined }),
  pair('ROLE: without one the names decide: a person with a structure is a RELAY', { ROLE: '' }, { relay: { LASTNAME: 'Cole' } }),
  person('ROLE: PUBLIC fits a person', { ROLE: 'PUBLIC' }, { ROLE: undefined }),
  pair('ROLE: RELAY fits a person with a structure', { ROLE: 'RELAY' }, { relay: { ROLE: undefined } }),
  person('ROLE: one that contradicts the names is left out', { ROLE: 'RELAY' }, { LASTNAME: 'Bell' }, 'role-contradicts-names'),
  pair('ROLE: PUBLIC contradicts a structure and its relay', { ROLE: 'PUBLIC' }, { relay: { LASTNAME: 'Cole' } }, 'role-contradicts-names'),
  person('ROLE: another word is left out', { ROLE: 'GUIDE' }, { LASTNAME: 'Bell' }, 'unknown-role'),
];

const TITLE: readonly FormatRule[] = [
  ...(['MR', 'MRS', 'MISS', 'MR_AND_MRS', 'UNDEFINED'] as const).map((code) =>
    person(`TITLE: ${code} is standard`, { TITLE: code }, { TITLE: code }),
  ),
  person('TITLE: the institution’s own list adds to them', { TITLE: 'DR' }, { TITLE: 'DR' }),
  person('TITLE: the prefix of lists of values is taken off', { TITLE: 'CONTACT_TITLE/MISS' }, { TITLE: 'MISS' }),
  person('TITLE: of a new person it is UNDEFINED where the cell is empty', { TITLE: '' }, { TITLE: 'UNDEFINED' }),
  structure('TITLE: a structure has none', { TITLE: 'MR' }, { TITLE: undefined }, 'field-not-for-kind'),
  person('TITLE: an unknown one is left out and the person goes on', { TITLE: 'Captain' }, { TITLE: 'UNDEFINED' }, 'unknown-title'),
  updated('TITLE: of a known person it can be cleared', { TITLE: 'MR' }, { TITLE: '=' }, { TITLE: null }),
  unchanged('TITLE: of a known person an empty cell says nothing', { TITLE: 'MR' }, { TITLE: '' }),
];

const TEXTS: readonly FormatRule[] = [
  person('LETTER_SALUTATION: is a free text', { LETTER_SALUTATION: 'Chère amie' }, { LETTER_SALUTATION: 'Chère amie' }),
  person('LETTER_SALUTATION: is not stored where the cell is empty', { LETTER_SALUTATION: '', TITLE: 'MR' }, { LETTER_SALUTATION: undefined }),
  refused('LETTER_SALUTATION: takes 200 characters', { LETTER_SALUTATION: 'x'.repeat(201) }, 'text-too-long'),
  person('ADDR_SALUTATION: is a free text', { ADDR_SALUTATION: 'Madame' }, { ADDR_SALUTATION: 'Madame' }),
  person('ADDR_SALUTATION: is not stored where the cell is empty', { ADDR_SALUTATION: '', TITLE: 'MR' }, { ADDR_SALUTATION: undefined }),
  refused('ADDR_SALUTATION: takes 200 characters', { ADDR_SALUTATION: 'x'.repeat(201) }, 'text-too-long'),
  person('FUNCTION: is a free text of 1000 characters', { FUNCTION: 'x'.repeat(1000) }, { FUNCTION: 'x'.repeat(1000) }),
  refused('FUNCTION: a longer one is refused', { FUNCTION: 'x'.repeat(1001) }, 'text-too-long'),
  person('REMARK: is a free text of 2000 characters', { REMARK: 'x'.repeat(2000) }, { REMARK: 'x'.repeat(2000) }),
  refused('REMARK: a longer one is refused', { REMARK: 'x'.repeat(2001) }, 'text-too-long'),
  person('REMARK: keeps its line breaks', { REMARK: 'one\r\ntwo' }, { REMARK: 'one\ntwo' }),
  updated('REMARK: without || it overwrites', { REMARK: 'old' }, { REMARK: 'new' }, { REMARK: 'new' }),
  updated('REMARK: behind || it is appended', { REMARK: 'old' }, { REMARK: '||new' }, { REMARK: 'old\nnew' }),
  updated('REMARK: behind || it is the first where there is none', {}, { REMARK: '|| new' }, { REMARK: 'new' }),
  unchanged('REMARK: what is its last line is not appended again', { REMARK: 'old\nnew' }, { REMARK: '||new' }),
  unchanged('REMARK: || alone appends nothing', { REMARK: 'old' }, { REMARK: '||' }, 'nothing-to-append'),
  unchanged('REMARK: nothing is appended that would not fit', { REMARK: 'x'.repeat(1999) }, { REMARK: '||new' }, 'remark-full'),
  person('REMARK: the mark does not count among the 2000 characters', { REMARK: `||${'x'.repeat(2000)}` }, { REMARK: 'x'.repeat(2000) }),
  refused('REMARK: more than 2000 characters behind the mark are refused', { REMARK: `||${'x'.repeat(2001)}` }, 'text-too-long'),
  file(
    'REMARK: rows about one contact append to each other',
    [bell({ REMARK: 'old' })],
    [
      { CONTACT_NR: '1', REMARK: '||new' },
      { CONTACT_NR: '1', REMARK: '||newer' },
    ],
    { bucket: 'merged', says: ['merged-into-row'] },
  ),
  file(
    'REMARK: of rows about one contact what would not fit is told',
    [],
    [
      { EMAIL1: 'a@x.org', REMARK: 'x'.repeat(1999) },
      { EMAIL1: 'a@x.org', REMARK: '||new' },
    ],
    { bucket: 'merged', says: ['merged-into-row', 'remark-full'] },
  ),
  updated('REMARK: = clears it', { REMARK: 'old' }, { REMARK: '=' }, { REMARK: null }),
];

/** The block of the contact itself. */
export const CONTACT_RULES: readonly FormatRule[] = [...NUMBER, ...ROLE, ...TITLE, ...TEXTS];
