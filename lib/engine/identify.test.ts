import { describe, expect, it } from 'vitest';
import { indexContacts } from './contact-index';
import { identify } from './identify';
import { checkFile, INSTITUTION, stored, type TypedRow } from './small-file.fixture';
import type { Match, StoredContact } from './types';

const SCHOOL = { OFFICIAL_NAME: 'Lycée du Parc', LINE1: '1, rue Haute', ZIPCODE: '01000', TOWN: 'Bourg' };
const TOWN_HALL = { ...SCHOOL, OFFICIAL_NAME: 'Mairie' };
const contacts: StoredContact[] = [
  stored({ id: 'anna', number: '1', fields: { LASTNAME: 'Bell', EMAIL1: 'anna@x.org' } }),
  stored({ id: 'twin1', number: '2', fields: { EMAIL1: 'twins@x.org' } }),
  stored({ id: 'twin2', number: '3', fields: { EMAIL1: 'twins@x.org' } }),
  stored({ id: 'school', number: '10', kind: 'structure', fields: { ...SCHOOL, EMAIL1: 'desk@x.org', COUNTRY: 'FR' } }),
  stored({ id: 'relay', number: '11', kind: 'relay', structureId: 'school', fields: { LASTNAME: 'Cole', EMAIL1: 'desk@x.org' } }),
  stored({ id: 'anna-relay', number: '12', kind: 'relay', structureId: 'school', fields: { LASTNAME: 'Bell', EMAIL1: 'anna@x.org' } }),
  stored({ id: 'hall', number: '20', kind: 'structure', fields: TOWN_HALL }),
  stored({ id: 'cara', number: '40', login: true, fields: { EMAIL1: 'cara@x.org' } }),
  stored({ id: 'cara-relay', number: '41', kind: 'relay', structureId: 'school', fields: { EMAIL1: 'cara@x.org' } }),
  stored({ id: 'dora1', number: '42', fields: { EMAIL1: 'dora@x.org' } }),
  stored({ id: 'dora2', number: '43', login: true, fields: { EMAIL1: 'dora@x.org' } }),
  stored({ id: 'eve1', number: '44', login: true, fields: { EMAIL1: 'eve@x.org' } }),
  stored({ id: 'eve2', number: '45', login: true, fields: { EMAIL1: 'eve@x.org' } }),
  stored({ id: 'old', number: 'A-7', fields: { LASTNAME: 'Old' } }),
  stored({ id: 'club1', number: '30', kind: 'structure', fields: { OFFICIAL_NAME: 'Club' } }),
  stored({ id: 'club2', number: '31', kind: 'structure', fields: { OFFICIAL_NAME: 'Club', ADDRESS_NAME1: 'Club', COUNTRY: 'FR' } }),
];
const index = indexContacts(contacts, INSTITUTION);

const told = (match: Match | undefined): string | undefined => (match?.kind === 'stored' ? match.contact.id : match?.kind);

function who(row: TypedRow) {
  const [checked] = checkFile([row]);
  if (!checked) throw new Error('no row');
  const { person, structure, doubts } = identify(checked, index);
  return [told(person), told(structure), ...doubts.map(({ code }) => code)];
}

describe('who a row is', () => {
  it.each<[string, TypedRow, (string | undefined)[]]>([
    ['the number decides', { CONTACT_NR: '1', LASTNAME: 'Other', EMAIL1: 'new@x.org' }, ['anna', undefined]],
    ['a number is a text: zeros in front count', { CONTACT_NR: '01', LASTNAME: 'Bell' }, ['none', undefined]],
    ['a number alone finds any kind of contact', { CONTACT_NR: '10' }, [undefined, 'school']],
    ['a number of letters is found, too', { CONTACT_NR: 'A-7', LASTNAME: 'Old' }, ['old', undefined]],
    ['but nobody new gets one', { CONTACT_NR: 'A-8', LASTNAME: 'New' }, [undefined, undefined, 'number-not-digits']],
    [
      'an unknown number is somebody new, even with a known e-mail',
      { CONTACT_NR: '99', LASTNAME: 'Bell', EMAIL1: 'anna@x.org' },
      ['none', undefined, 'email-shared'],
    ],
    ['without a number the e-mail finds a person among persons', { LASTNAME: 'Bell', EMAIL1: 'Anna@X.org' }, ['anna', undefined]],
    ['a person is not taken for a relay', { LASTNAME: 'Cole', EMAIL1: 'desk@x.org' }, ['none', undefined, 'email-shared']],
    ['a row without names may mean a person or a relay', { EMAIL1: 'anna@x.org' }, [undefined, undefined, 'ambiguous-email']],
    ['of a person and a relay the one who signs in with the e-mail is meant', { EMAIL1: 'cara@x.org' }, ['cara', undefined]],
    ['as of several persons', { LASTNAME: 'x', EMAIL1: 'dora@x.org' }, ['dora2', undefined]],
    ['unless two are said to sign in', { LASTNAME: 'x', EMAIL1: 'eve@x.org' }, [undefined, undefined, 'ambiguous-email']],
    ['and takes the only relay where there is no person', { EMAIL1: 'desk@x.org' }, ['relay', undefined]],
    ['an e-mail of two persons says nothing', { LASTNAME: 'x', EMAIL1: 'twins@x.org' }, [undefined, undefined, 'ambiguous-email']],
    ['a person without number and e-mail is somebody new', { LASTNAME: 'Bell' }, ['none', undefined]],
    ['a structure is found by its ten fields', SCHOOL, [undefined, 'school']],
    ['a country left out is that of the institution', { ...SCHOOL, COUNTRY: 'FR' }, [undefined, 'school']],
    ['a structure that differs in one of them is another one', { ...SCHOOL, ZIPCODE: '01001' }, [undefined, 'none', 'similar-structure']],
    ['as is one with other accents, which is told', { ...SCHOOL, OFFICIAL_NAME: 'LYCEE DU PARC' }, [undefined, 'none', 'similar-structure']],
    ['two structures with all ten fields alike are not told apart', { OFFICIAL_NAME: 'Club' }, [undefined, undefined, 'ambiguous-structure']],
    ['a relay is found by e-mail among those of its structure', { ...SCHOOL, LASTNAME: 'Cole', EMAIL1: 'desk@x.org' }, ['relay', 'school']],
    ['and not by that of a person', { ...SCHOOL, LASTNAME: 'Bell', EMAIL1: 'anna@x.org' }, ['anna-relay', 'school']],
    ['a relay of another structure is somebody new', { ...TOWN_HALL, LASTNAME: 'Cole', EMAIL1: 'desk@x.org' }, ['none', 'hall', 'email-shared']],
    ['a relay with its number is of its structure', { CONTACT_NR: '11', ...SCHOOL, LASTNAME: 'Cole' }, ['relay', 'school']],
    ['also when the structure is renamed', { CONTACT_NR: '11', OFFICIAL_NAME: 'Lycée Neuf', LASTNAME: 'Cole' }, ['relay', 'school']],
    [
      'but not when another structure is meant',
      { CONTACT_NR: '11', ...TOWN_HALL, LASTNAME: 'Cole' },
      [undefined, undefined, 'relay-of-another-structure'],
    ],
    ['a person does not become a relay', { CONTACT_NR: '1', ...SCHOOL, LASTNAME: 'Bell' }, [undefined, undefined, 'other-kind-of-contact']],
    ['nor a structure a person', { CONTACT_NR: '10', LASTNAME: 'Bell' }, [undefined, undefined, 'other-kind-of-contact']],
    ['nor a person a structure', { CONTACT_NR: '1', OFFICIAL_NAME: 'Bell Ltd' }, [undefined, undefined, 'other-kind-of-contact']],
  ])('%s', (_, row, expected) => {
    expect(who(row)).toEqual(expected);
  });

  it.each<[string, TypedRow, (string | undefined)[]]>([
    ['INSERT never finds a person by e-mail', { OPERATION: 'INSERT', LASTNAME: 'Bell', EMAIL1: 'anna@x.org' }, ['none', undefined, 'email-shared']],
    ['INSERT refuses a number that exists', { OPERATION: 'INSERT', CONTACT_NR: '1', LASTNAME: 'Bell' }, [undefined, undefined, 'number-exists']],
    ['INSERT refuses a structure that exists', { OPERATION: 'INSERT', ...SCHOOL }, [undefined, undefined, 'structure-exists']],
    ['INSERT adds a relay to a structure that exists', { OPERATION: 'INSERT', ...SCHOOL, LASTNAME: 'New' }, ['none', 'school']],
    ['UPDATE finds by number', { OPERATION: 'UPDATE', CONTACT_NR: '1', LASTNAME: 'Bell' }, ['anna', undefined]],
    ['UPDATE refuses a row without a number', { OPERATION: 'UPDATE', EMAIL1: 'anna@x.org' }, [undefined, undefined, 'number-missing']],
    ['UPDATE refuses an unknown number', { OPERATION: 'UPDATE', CONTACT_NR: '99' }, [undefined, undefined, 'unknown-number']],
    ['UPDATEACT finds by number, too', { OPERATION: 'UPDATEACT', CONTACT_NR: '99' }, [undefined, undefined, 'unknown-number']],
  ])('%s', (_, row, expected) => {
    expect(who(row)).toEqual(expected);
  });

  it('is not asked of a row that is refused already', () => {
    expect(who({ CONTACT_NR: '1', COUNTRY: 'UK' })).toEqual([undefined, undefined]);
  });
});
