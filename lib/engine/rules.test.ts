import { describe, expect, it } from 'vitest';
import type { InstitutionContext } from './institution-context';
import { INSTITUTION, planFile, stored, type TypedRow } from './small-file.fixture';
import type { StoredContact } from './types';

describe('a refused consent', () => {
  const source = 'Paper form of May';
  const trusting: InstitutionContext = { ...INSTITUTION, rules: { raiseConsents: { source } } };
  const told = (row: TypedRow, institution: InstitutionContext, fields: StoredContact['fields'] = {}) => {
    const contact = stored({ fields: { LASTNAME: 'Rossi', EMAIL1: 'ada@example.org', CNIL_O: 'FALSE', EMAIL: 'TRUE', ...fields } });
    const [planned] = planFile([{ EMAIL1: 'ada@example.org', ...row }], [contact], institution);
    return { after: planned?.changes[0]?.after, issues: planned?.issues.map(({ code }) => code) };
  };

  it.each([
    ['stays without evidence', INSTITUTION, { CNIL_O: 'TRUE' }, {}, {}, ['consent-raise']],
    [
      'is undone with evidence, which the contact keeps',
      trusting,
      { CNIL_O: 'TRUE' },
      {},
      { CNIL_O: 'TRUE', CONSENT_SOURCE: source },
      ['consent-raised'],
    ],
    [
      'takes the evidence of its row before that of the file',
      trusting,
      { CNIL_O: 'TRUE', CONSENT_SOURCE: 'Phone call' },
      {},
      { CNIL_O: 'TRUE', CONSENT_SOURCE: 'Phone call' },
      ['consent-raised'],
    ],
    ['is never cleared', trusting, { CNIL_O: '=' }, {}, {}, ['consent-raise']],
    ['that nobody touches needs no evidence', trusting, { CNIL_O: 'FALSE', LETTER: 'TRUE' }, {}, { LETTER: 'TRUE' }, []],
    [
      'is undone where the evidence is known already',
      trusting,
      { CNIL_O: 'TRUE' },
      { CONSENT_SOURCE: source },
      { CNIL_O: 'TRUE' },
      ['consent-raised'],
    ],
  ] as const)('%s', (_, institution, row, fields, after, issues) => {
    expect(told(row, institution, fields)).toEqual({ after, issues });
  });
});

describe('the number of a row about a structure and its relay', () => {
  const ofStructure: InstitutionContext = { ...INSTITUTION, rules: { structureNumber: 'structure' } };
  const pair: TypedRow = { CONTACT_NR: '500', OFFICIAL_NAME: 'School', LASTNAME: 'Rossi', EMAIL1: 'ada@example.org' };
  const second: TypedRow = { ...pair, LASTNAME: 'Bianchi', EMAIL1: 'bea@example.org' };
  const school = stored({
    id: '5',
    number: '500',
    kind: 'structure',
    fields: { OFFICIAL_NAME: 'School', CONTACT_NR: '500', PREF_LANG: 'fr', ADDRESS_NAME1: 'School', EMAIL1: 'ada@example.org' },
  });
  const relay = stored({ id: '6', number: '501', kind: 'relay', structureId: '5', fields: { LASTNAME: 'Rossi', EMAIL1: 'ada@example.org' } });
  const told = (rows: TypedRow[], contacts: StoredContact[], institution: InstitutionContext) =>
    planFile(rows, contacts, institution).map(({ bucket, changes, issues }) => [
      bucket,
      ...changes.map(({ part, kind, after }) => `${part} ${kind} ${after.CONTACT_NR ?? '-'}`),
      ...issues.filter(({ level }) => level === 'error').map(({ code }) => code),
    ]);

  it.each([
    ['is the relay’s unless said otherwise', [pair], [], INSTITUTION, [['created', 'structure create -', 'relay create 500']]],
    ['is the structure’s where the institution says so', [pair], [], ofStructure, [['created', 'structure create 500', 'relay create -']]],
    [
      'makes one structure of two rows with two relays',
      [pair, second],
      [],
      ofStructure,
      [
        ['created', 'structure create 500', 'relay create -'],
        ['created', 'relay create -'],
      ],
    ],
    [
      'makes one structure of two insertions with two relays',
      [
        { ...pair, OPERATION: 'INSERT' },
        { ...second, OPERATION: 'INSERT' },
      ],
      [],
      ofStructure,
      [
        ['created', 'structure create 500', 'relay create -'],
        ['created', 'relay create -'],
      ],
    ],
    [
      'cannot be that of two structures',
      [pair, { ...second, OFFICIAL_NAME: 'Other' }],
      [],
      ofStructure,
      [
        ['created', 'structure create 500', 'relay create -'],
        ['refused', 'number-twice'],
      ],
    ],
    [
      'finds the structure, and its relay by e-mail',
      [pair],
      [school, relay],
      ofStructure,
      [['unchanged', 'structure unchanged -', 'relay unchanged -']],
    ],
    ['finds the structure of a new relay', [second], [school, relay], ofStructure, [['created', 'structure update -', 'relay create -']]],
    ['makes no relay in an update', [{ ...second, OPERATION: 'UPDATE' }], [school, relay], ofStructure, [['refused', 'other-kind-of-contact']]],
    ['is not another one than the structure has', [{ ...pair, CONTACT_NR: '777' }], [school], ofStructure, [['refused', 'structure-exists']]],
    ['of somebody alone is theirs', [{ CONTACT_NR: '9', LASTNAME: 'Rossi' }], [], ofStructure, [['created', 'individual create 9']]],
  ] as const)('%s', (_, rows, contacts, institution, expected) => {
    expect(told([...rows], [...contacts], institution)).toEqual(expected);
  });
});
