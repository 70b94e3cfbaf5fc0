import { stored } from '@/lib/engine/small-file.fixture';
import { type FormatRule, file, pair, person, structure } from './rule.fixture';

const SCHOOL = stored({
  id: 'school',
  number: '10',
  kind: 'structure',
  fields: { OFFICIAL_NAME: 'School', TOWN: 'Lyon', COUNTRY: 'FR', ADDR_TYPE: 'MSB' },
});
const RELAY = stored({
  id: 'cole',
  number: '11',
  kind: 'relay',
  structureId: 'school',
  fields: { LASTNAME: 'Cole', TOWN: 'Lyon', COUNTRY: 'FR', ADDR_TYPE: 'MSB' },
});

/** What a row creates, and who gets which of its cells. */
export const ROW_PART_RULES: readonly FormatRule[] = [
  person('row: a name of a person alone is an individual', { FIRSTNAME: 'Anna', LASTNAME: 'Bell' }, { FIRSTNAME: 'Anna', LASTNAME: 'Bell' }),
  structure('row: an official name alone is a structure', {}, { OFFICIAL_NAME: 'School' }),
  pair(
    'row: both are a structure and its relay',
    {},
    {
      structure: { OFFICIAL_NAME: 'School', LASTNAME: undefined },
      relay: { LASTNAME: 'Cole', OFFICIAL_NAME: undefined },
    },
  ),
  pair(
    'row: the address is that of the structure and of its relay',
    { LINE1: '1 rue Haute', ZIPCODE: '69001', TOWN: 'Lyon' },
    {
      structure: { LINE1: '1 rue Haute', ZIPCODE: '69001', TOWN: 'Lyon', COUNTRY: 'FR', ADDR_TYPE: 'MSB' },
      relay: { LINE1: '1 rue Haute', ZIPCODE: '69001', TOWN: 'Lyon', COUNTRY: 'FR', ADDR_TYPE: 'MSB' },
    },
  ),
  pair(
    'row: what describes a person is the relay’s',
    { TITLE: 'MR', FUNCTION: 'Head', BIRTHDATE: '01.02.1999', REMARK: 'kind' },
    {
      structure: { TITLE: undefined, FUNCTION: undefined, BIRTHDATE: undefined, REMARK: undefined },
      relay: { TITLE: 'MR', FUNCTION: 'Head', BIRTHDATE: '1999-02-01', REMARK: 'kind' },
    },
  ),
  pair(
    'row: what describes a structure is the structure’s',
    { WEB_SITE: 'http://a.org', NB_EMPLOYEES: '12', ADMIN_NUMBER: 'VAT=1' },
    {
      structure: { WEB_SITE: 'http://a.org', NB_EMPLOYEES: '12', ADMIN_NUMBER: 'VAT=1' },
      relay: { WEB_SITE: undefined, NB_EMPLOYEES: undefined, ADMIN_NUMBER: undefined },
    },
  ),
  file(
    'row: several relays of one structure create it once',
    [],
    [
      { OFFICIAL_NAME: 'School', LASTNAME: 'Cole' },
      { OFFICIAL_NAME: 'School', LASTNAME: 'Dahl' },
    ],
    { bucket: 'created', writes: { structure: undefined, relay: { LASTNAME: 'Dahl' } } },
  ),
  file(
    'row: what a later relay says of the structure alone is left out, and told',
    [],
    [
      { OFFICIAL_NAME: 'School', LASTNAME: 'Cole', WEB_SITE: 'http://a.org' },
      { OFFICIAL_NAME: 'School', LASTNAME: 'Dahl', WEB_SITE: 'http://b.org', CRIT01: 'LEVEL=Primary' },
    ],
    { bucket: 'created', writes: { structure: undefined }, says: ['structure-kept', 'structure-kept'] },
  ),
  file(
    'row: what a later relay repeats of the structure is not worth a word, nor what is its own too',
    [],
    [
      { OFFICIAL_NAME: 'School', LASTNAME: 'Cole', WEB_SITE: 'http://a.org', EMAIL1: 'c@x.org' },
      { OFFICIAL_NAME: 'School', LASTNAME: 'Dahl', WEB_SITE: 'http://a.org', EMAIL1: 'd@x.org' },
    ],
    { bucket: 'created', writes: { structure: undefined, relay: { EMAIL1: 'd@x.org' } } },
  ),
  file(
    'row: INSERT of a relay leaves a stored structure as it is, and tells what it does not take',
    [SCHOOL],
    { OPERATION: 'INSERT', OFFICIAL_NAME: 'School', TOWN: 'Lyon', LASTNAME: 'Cole', EMAIL1: 'c@x.org', WEB_SITE: 'http://a.org' },
    { bucket: 'created', writes: { structure: undefined, relay: { EMAIL1: 'c@x.org' } }, says: ['structure-kept'] },
  ),
  file(
    'row: a second file with UPDATE gives the relay an address of its own',
    [SCHOOL, RELAY],
    { OPERATION: 'UPDATE', CONTACT_NR: '11', TOWN: 'Nice' },
    {
      bucket: 'updated',
      writes: { structure: undefined, relay: { TOWN: 'Nice' } },
    },
  ),
];
