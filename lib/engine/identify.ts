import { isNumber } from './check';
import { type ContactIndex, likeName } from './contact-index';
import { type Issue, type IssueCode, issue } from './issues';
import { operationOf } from './operations';
import type { CheckedRow, ContactKind, IdentifiedRow, Match, StoredContact } from './types';

/** Who the parts of a row are, or why that cannot be said. */
interface Finding {
  person?: Match;
  structure?: Match;
  issues: Issue[];
}

const NONE: Match = { kind: 'none' };

/**
 * Who a row is: the contact with its number; without a number, whoever has its e-mail (persons are found among persons, relays among those
 * of their structure, of several the one who signs in with it) or, for a structure, its ten fields. Never guessed: what fits several contacts
 * is refused.
 */
export function identify(row: CheckedRow, index: ContactIndex): IdentifiedRow {
  if (row.refusal !== null) return { ...row, doubts: [] } as unknown as IdentifiedRow;
  const { issues, ...parts } = find(row, index);
  return { ...row, ...parts, doubts: issues } as unknown as IdentifiedRow;
}

function find(row: CheckedRow, index: ContactIndex): Finding {
  const { number } = row.keys;
  const finds = operationOf(row.operation)?.finds;
  const stored = number === null ? undefined : index.byNumber.get(number);
  if (finds === 'by-number') {
    if (number === null) return refuse(row, 'number-missing', 'CONTACT_NR');
    return stored ? place(row, stored, index) : refuse(row, 'unknown-number', 'CONTACT_NR', { value: number });
  }
  if (finds === 'nobody') {
    return stored ? refuse(row, 'number-exists', 'CONTACT_NR', { value: stored.number }) : findNew(row, index);
  }
  if (stored) return place(row, stored, index);
  if (number !== null && !isNumber(number)) return refuse(row, 'number-not-digits', 'CONTACT_NR', { value: number });
  return number === null ? findByContent(row, index) : findNew(row, index);
}

const refuse = (row: CheckedRow, code: IssueCode, field: string | null, params: Issue['params'] = {}): Finding => ({
  issues: [issue(code, row.row, field, params)],
});

/** The row's number names this contact: its kind has to fit the names of the row, because nobody changes kind by an import. */
function place(row: CheckedRow, contact: StoredContact, index: ContactIndex): Finding {
  const match: Match = { kind: 'stored', contact };
  const isPerson = contact.kind !== 'structure';
  if (row.kind === 'unnamed' || row.kind === (isPerson ? 'individual' : 'structure')) {
    return { ...(isPerson ? { person: match } : { structure: match }), issues: [] };
  }
  if (row.keys.numberOfStructure && !isPerson) return placeRelay(row, contact, index);
  const own = contact.structureId === null ? undefined : index.byId.get(contact.structureId);
  if (row.kind !== 'structureAndRelay' || contact.kind !== 'relay' || !own) {
    return refuse(row, 'other-kind-of-contact', 'CONTACT_NR', { value: contact.number, kind: contact.kind });
  }
  const named = structuresOf(row, index);
  if (named.length > 0 && !named.includes(own)) {
    return refuse(row, 'relay-of-another-structure', 'OFFICIAL_NAME', { value: row.cells.OFFICIAL_NAME ?? '', structure: own.number });
  }
  return { person: match, structure: { kind: 'stored', contact: own }, issues: [] };
}

/** The row's number names the structure of its relay, who is found by e-mail among its relays; an update makes no new one. */
function placeRelay(row: CheckedRow, structure: StoredContact, index: ContactIndex): Finding {
  const withEmail = row.keys.email === null ? [] : (index.byEmail.get(row.keys.email) ?? []);
  const person = only(withEmail.filter(({ kind, structureId }) => kind === 'relay' && structureId === structure.id));
  if (person.kind === 'ambiguous') return manyPersons(row, person.count);
  if (person.kind === 'none' && operationOf(row.operation)?.finds === 'by-number') {
    return refuse(row, 'other-kind-of-contact', 'CONTACT_NR', { value: structure.number, kind: structure.kind });
  }
  return { person, structure: { kind: 'stored', contact: structure }, issues: sharedEmail(row, person, index) };
}

/** A row that is not to be anybody known; its relay's structure may well be. */
function findNew(row: CheckedRow, index: ContactIndex): Finding {
  const isNew = row.kind === 'structure' || row.keys.numberOfStructure;
  if (row.kind === 'structureAndRelay' && !isNew) return withStructure(row, index, () => NONE);
  if (!isNew) return { person: NONE, issues: sharedEmail(row, NONE, index) };
  const [known] = structuresOf(row, index);
  if (known) return refuse(row, 'structure-exists', 'OFFICIAL_NAME', { value: known.fields.OFFICIAL_NAME ?? '', number: known.number });
  const issues = similarStructure(row, NONE, index);
  return row.kind === 'structure'
    ? { structure: NONE, issues }
    : { person: NONE, structure: NONE, issues: [...issues, ...sharedEmail(row, NONE, index)] };
}

function findByContent(row: CheckedRow, index: ContactIndex): Finding {
  const withEmail = row.keys.email === null ? [] : (index.byEmail.get(row.keys.email) ?? []);
  const of = (kind: ContactKind): StoredContact[] => withEmail.filter((contact) => contact.kind === kind);
  if (row.kind === 'structureAndRelay') {
    return withStructure(row, index, (structure) =>
      structure.kind === 'stored' ? only(of('relay').filter(({ structureId }) => structureId === structure.contact.id)) : NONE,
    );
  }
  if (row.kind === 'structure') {
    const structure = only(structuresOf(row, index));
    return structure.kind === 'ambiguous' ? manyStructures(row, structure.count) : { structure, issues: similarStructure(row, structure, index) };
  }
  const person = onlyOrSigningIn(row.kind === 'individual' ? of('individual') : withEmail.filter(({ kind }) => kind !== 'structure'));
  return person.kind === 'ambiguous' ? manyPersons(row, person.count) : { person, issues: sharedEmail(row, person, index) };
}

/** The structure by its ten fields, then the relay by what `relayOf` makes of it. */
function withStructure(row: CheckedRow, index: ContactIndex, relayOf: (structure: Match) => Match): Finding {
  const structure = only(structuresOf(row, index));
  if (structure.kind === 'ambiguous') return manyStructures(row, structure.count);
  const person = relayOf(structure);
  if (person.kind === 'ambiguous') return manyPersons(row, person.count);
  return { person, structure, issues: [...similarStructure(row, structure, index), ...sharedEmail(row, person, index)] };
}

const structuresOf = (row: CheckedRow, index: ContactIndex): readonly StoredContact[] =>
  row.keys.structure === null ? [] : (index.byStructure.get(row.keys.structure) ?? []);

function only(contacts: readonly StoredContact[]): Match {
  const [contact] = contacts;
  if (!contact) return NONE;
  return contacts.length === 1 ? { kind: 'stored', contact } : { kind: 'ambiguous', count: contacts.length };
}

/** Of several persons who share an e-mail the one who signs in with it is meant; where nobody does, or several, it says nothing. */
function onlyOrSigningIn(persons: readonly StoredContact[]): Match {
  const found = only(persons);
  if (found.kind !== 'ambiguous') return found;
  const signingIn = only(persons.filter(({ kind, login }) => kind === 'individual' && login));
  return signingIn.kind === 'stored' ? signingIn : found;
}

const manyPersons = (row: CheckedRow, count: number): Finding => refuse(row, 'ambiguous-email', 'EMAIL1', { value: row.keys.email ?? '', count });

const manyStructures = (row: CheckedRow, count: number): Finding =>
  refuse(row, 'ambiguous-structure', 'OFFICIAL_NAME', { value: row.cells.OFFICIAL_NAME ?? '', count });

/** Several contacts may have one e-mail, but only one can sign in with it: worth saying before a second is created. */
function sharedEmail(row: CheckedRow, person: Match, index: ContactIndex): Issue[] {
  if (person.kind !== 'none' || row.keys.email === null) return [];
  const other = index.byEmail.get(row.keys.email)?.find(({ kind }) => kind !== 'structure');
  return other ? [issue('email-shared', row.row, 'EMAIL1', { value: row.keys.email, number: other.number })] : [];
}

/** A near miss is told and never merged: two schools of one name are two schools. */
function similarStructure(row: CheckedRow, structure: Match, index: ContactIndex): Issue[] {
  const name = row.cells.OFFICIAL_NAME;
  if (structure.kind !== 'none' || !name) return [];
  const other = index.byName.get(likeName(name))?.[0];
  return other ? [issue('similar-structure', row.row, 'OFFICIAL_NAME', { value: name, number: other.number })] : [];
}
