import { stored } from '@/lib/engine/small-file.fixture';
import { type FormatRule, file, pair, refused, structure } from './rule.fixture';

const NUMBERED = stored({ id: 'school', number: '10', kind: 'structure', fields: { OFFICIAL_NAME: 'School', ADMIN_NUMBER: 'SIRET=1|VAT=2' } });
const own = { CONTACT_NR: '10', OFFICIAL_NAME: '' } as const;

const NAMES: readonly FormatRule[] = [
  structure('OFFICIAL_NAME: alone is a structure', { OFFICIAL_NAME: 'Lycée du Parc' }, { OFFICIAL_NAME: 'Lycée du Parc', LASTNAME: undefined }),
  structure(
    'OFFICIAL_NAME: is cut at 100 characters, with a warning',
    { OFFICIAL_NAME: 'x'.repeat(300) },
    { OFFICIAL_NAME: 'x'.repeat(100), ADDRESS_NAME1: 'x'.repeat(38) },
    'text-shortened',
  ),
  refused('OFFICIAL_NAME: is not cleared', { OFFICIAL_NAME: '=' }, 'clear-not-allowed'),
  structure(
    'ADDRESS_NAME1: is the beginning of the official name where the cell is empty',
    { OFFICIAL_NAME: `${'x'.repeat(37)} yz` },
    { ADDRESS_NAME1: 'x'.repeat(37) },
  ),
  structure('ADDRESS_NAME1: goes before the official name where it is given', { ADDRESS_NAME1: 'Desk' }, { ADDRESS_NAME1: 'Desk' }),
  structure(
    'ADDRESS_NAME1: is cut at 38 characters, with a warning',
    { ADDRESS_NAME1: 'x'.repeat(39) },
    { ADDRESS_NAME1: 'x'.repeat(38) },
    'text-shortened',
  ),
  structure('ADDRESS_NAME2: is taken as it is', { ADDRESS_NAME2: 'Service culturel' }, { ADDRESS_NAME2: 'Service culturel' }),
  structure('ADDRESS_NAME2: is not filled from the official name', { OFFICIAL_NAME: 'x'.repeat(80) }, { ADDRESS_NAME2: undefined }),
  structure(
    'ADDRESS_NAME2: is cut at 38 characters, with a warning',
    { ADDRESS_NAME2: 'x'.repeat(39) },
    { ADDRESS_NAME2: 'x'.repeat(38) },
    'text-shortened',
  ),
];

const NUMBERS: readonly FormatRule[] = [
  structure('ADMIN_NUMBER: is a code and its value', { ADMIN_NUMBER: 'SIRET=404 833 048 00022' }, { ADMIN_NUMBER: 'SIRET=404 833 048 00022' }),
  structure(
    'ADMIN_NUMBER: a value without a code is left out',
    { ADMIN_NUMBER: '404 833 048 00022' },
    { ADMIN_NUMBER: undefined },
    'bad-admin-number',
  ),
  structure(
    'ADMIN_NUMBER: a code of more than 8 characters is left out',
    { ADMIN_NUMBER: 'REGISTERED=1' },
    { ADMIN_NUMBER: undefined },
    'bad-admin-number',
  ),
  structure('ADMIN_NUMBER: several are separated by a bar', { ADMIN_NUMBER: 'VAT=2|SIRET=1' }, { ADMIN_NUMBER: 'SIRET=1|VAT=2' }),
  structure(
    'ADMIN_NUMBER: two of one code in a cell are left out: neither goes before the other',
    { ADMIN_NUMBER: 'VAT=1|VAT=2' },
    { ADMIN_NUMBER: undefined },
    'bad-admin-number',
  ),
  structure('ADMIN_NUMBER: that a spreadsheet rounded is left out', { ADMIN_NUMBER: '4,04833E+13' }, { ADMIN_NUMBER: undefined }, 'digits-rounded'),
  file(
    'ADMIN_NUMBER: below a CONFIG row with the code the cell holds the value alone',
    [],
    [
      { OPERATION: 'CONFIG', ADMIN_NUMBER: 'SIRET' },
      { OPERATION: 'INSERT', OFFICIAL_NAME: 'School', ADMIN_NUMBER: '404 833 048 00022' },
    ],
    { bucket: 'created', writes: { structure: { ADMIN_NUMBER: 'SIRET=404 833 048 00022' } } },
  ),
  file(
    'ADMIN_NUMBER: below such a row another code can stand in the cell',
    [],
    [
      { OPERATION: 'CONFIG', ADMIN_NUMBER: 'SIRET' },
      { OPERATION: 'INSERT', OFFICIAL_NAME: 'School', ADMIN_NUMBER: '404|VAT=2' },
    ],
    { bucket: 'created', writes: { structure: { ADMIN_NUMBER: 'SIRET=404|VAT=2' } } },
  ),
  file(
    'ADMIN_NUMBER: a later UPDATE adds another',
    [NUMBERED],
    { ...own, ADMIN_NUMBER: 'DUNS=3' },
    {
      bucket: 'updated',
      writes: { structure: { ADMIN_NUMBER: 'DUNS=3|SIRET=1|VAT=2' } },
    },
  ),
  file(
    'ADMIN_NUMBER: one of the same code takes the place of the one before',
    [NUMBERED],
    { ...own, ADMIN_NUMBER: 'VAT=9' },
    {
      bucket: 'updated',
      writes: { structure: { ADMIN_NUMBER: 'SIRET=1|VAT=9' } },
    },
  ),
  structure('NB_EMPLOYEES: is digits only', { NB_EMPLOYEES: '0120' }, { NB_EMPLOYEES: '120' }),
  structure('NB_EMPLOYEES: anything else is left out', { NB_EMPLOYEES: 'about 120' }, { NB_EMPLOYEES: undefined }, 'bad-count'),
];

const REST: readonly FormatRule[] = [
  structure('WEB_SITE: carries http:// or https://', { WEB_SITE: 'https://example.org/a' }, { WEB_SITE: 'https://example.org/a' }),
  structure('WEB_SITE: gets http:// where it has none', { WEB_SITE: 'www.example.org' }, { WEB_SITE: 'http://www.example.org' }),
  structure('WEB_SITE: what is no address is left out', { WEB_SITE: 'none' }, { WEB_SITE: undefined }, 'bad-web-address'),
  refused(
    'WEB_SITE: takes 255 characters',
    { OFFICIAL_NAME: 'School', LASTNAME: '', WEB_SITE: `http://example.org/${'x'.repeat(240)}` },
    'text-too-long',
  ),
  structure('STRUCT_TYPE: one of the institution’s list is taken', { STRUCT_TYPE: 'SCHOOL' }, { STRUCT_TYPE: 'SCHOOL' }),
  structure('STRUCT_TYPE: its label is the code', { STRUCT_TYPE: 'École' }, { STRUCT_TYPE: 'SCHOOL' }, 'taken-from-list'),
  refused('STRUCT_TYPE: another one is refused, and never created', { OFFICIAL_NAME: 'School', STRUCT_TYPE: 'CHOIR' }, 'not-in-list'),
  structure('COMMUNITY_TYPE: one of the institution’s list is taken', { COMMUNITY_TYPE: 'COUNCIL' }, { COMMUNITY_TYPE: 'COUNCIL' }),
  refused('COMMUNITY_TYPE: another one is refused, and never created', { OFFICIAL_NAME: 'School', COMMUNITY_TYPE: 'CHOIR' }, 'not-in-list'),
  structure('COMMUNITY_TYPE: an empty cell is no community', { COMMUNITY_TYPE: '' }, { COMMUNITY_TYPE: undefined }),
  pair(
    'STRUCT_TYPE: is that of the structure, not of its relay',
    { STRUCT_TYPE: 'SCHOOL' },
    { structure: { STRUCT_TYPE: 'SCHOOL' }, relay: { STRUCT_TYPE: undefined } },
  ),
];

/** The block of legal persons. */
export const STRUCTURE_RULES: readonly FormatRule[] = [...NAMES, ...NUMBERS, ...REST];
