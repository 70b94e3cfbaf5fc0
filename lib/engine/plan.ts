import { nameUses } from './addresses';
import { compare } from './compare';
import { completeCreation } from './complete';
import type { CriterionDefinition } from './criteria';
import { type Descriptions, describingRow, leftOutOfStructure, similarInFile, startDescriptions } from './described-structure';
import { type Follower, type Gathering, takeLead } from './gather';
import type { InstitutionContext } from './institution-context';
import { type Issue, issue } from './issues';
import { mergeRows } from './merge-rows';
import { isReserved } from './number-ranges';
import { operationOf } from './operations';
import { cellsOf } from './parts';
import { planRemoval } from './removals/plan-removal';
import { missingMandatory } from './retired';
import { staleness } from './round-trip/staleness';
import { townTooLongAfter } from './town-length';
import type { Bucket, Cells, Change, CheckedRow, ContactKind, IdentifiedRow, Match, PlannedRow, StoredContact, StructureRef } from './types';

/** What planning one file knows and remembers from row to row. */
export interface Planning {
  readonly institution: InstitutionContext;
  readonly criteria: ReadonlyMap<string, CriterionDefinition>;
  readonly gathering: Gathering;
  /** Structure, by its ten fields, to the row that creates it. */
  readonly structures: Map<string, { kind: 'created'; row: number }>;
  readonly descriptions: Descriptions;
  /** Stored contact to the row that changes it, and number to the row that creates a contact with it. */
  readonly contacts: Map<string, number>;
  readonly numbers: Map<string, number>;
  readonly refused: Set<number>;
  /** What merging had to decide, by the row that was merged. */
  readonly conflicts: Map<number, Issue[]>;
  /** Why rows that were to be merged are held instead. */
  readonly stale: Map<number, Issue[]>;
}

export const startPlanning = (institution: InstitutionContext, gathering: Gathering): Planning => ({
  institution,
  criteria: new Map(institution.criteria.map((criterion) => [criterion.code, criterion])),
  gathering,
  structures: new Map(),
  descriptions: startDescriptions(),
  contacts: new Map(),
  numbers: new Map(),
  refused: new Set(),
  conflicts: new Map(),
  stale: new Map(),
});

/** What each row will do. Rows come in the order of the file, each once; every row ends in exactly one bucket. */
export const planRows = (rows: readonly IdentifiedRow[], planning: Planning): PlannedRow[] => rows.map((row) => planRow(row, planning));

function planRow(row: IdentifiedRow, planning: Planning): PlannedRow {
  if (planning.institution.removal) return planRemoval(row, planning.institution.removal, planning);
  if (row.refusal !== null) return stop(row, row.refusal, row.issues, planning);
  const leader = planning.gathering.mergedInto.get(row.row);
  if (leader !== undefined && planning.refused.has(leader) && standsAlone(row)) takeLead(row.row, leader, planning.gathering);
  else if (leader !== undefined) return planMerged(row, leader, planning);
  const issues = [...row.issues, ...row.doubts];
  if (row.doubts.some(({ level }) => level === 'error')) return stop(row, 'refused', issues, planning);
  const stale = staleness(row, row.person ?? row.structure, planning);
  if (stale.length > 0) return stop(row, 'held', [...issues, ...stale], planning);
  const cells = withFollowers(row, planning);
  const barrier = whyNot(row, cells.person, planning) ?? townBarrier(row, cells, planning);
  return barrier ? stop(row, 'refused', [...issues, barrier], planning) : carryOut(row, cells, issues, planning);
}

/**
 * As planRows, of a person whom neither a stored contact nor a row of the file is like, and who expects nobody: the bulk of a first import goes
 * a shorter way to the same plan.
 */
export function planNewPerson(row: CheckedRow, planning: Planning): PlannedRow {
  const cells = nameUses(row.cells);
  const issues = [...row.issues];
  const barrier = nothingToCreate(row.row, cells) ?? townTooLongAfter(row.row, cells, null, planning.institution.country);
  if (barrier) return { row: row.row, bucket: 'refused', changes: [], issues: [...issues, barrier] };
  return { row: row.row, bucket: 'created', changes: [planPart(row, 'individual', NOBODY, cells, planning, issues)], issues };
}

const NOBODY: Match = { kind: 'none' };

/** The cells of a row by part, together with those of the later rows that are merged into it. */
type PartCells = { person: Cells; structure: Cells };

/** A structure alone that is merged into a row with its relay says something about the structure only. */
function withFollowers(row: IdentifiedRow, planning: Planning): PartCells {
  const { conflicts } = planning;
  const cells = nameUses(row.cells);
  const followers = freshFollowers(row, planning);
  if (!followers) return { person: cells, structure: cells };
  const isPair = row.kind === 'structureAndRelay';
  const person = mergeRows(cells, isPair ? followers.filter(({ kind }) => kind !== 'structure') : followers);
  const structure = isPair
    ? mergeRows(
        cells,
        followers.filter(({ kind }) => kind === 'structure'),
      )
    : person;
  for (const found of new Set([...person.issues, ...structure.issues])) conflicts.set(found.row, [...(conflicts.get(found.row) ?? []), found]);
  return { person: person.cells, structure: structure.cells };
}

/** The later rows about the contact, without those that expect another one to be stored. */
function freshFollowers(row: IdentifiedRow, planning: Planning): Follower[] | undefined {
  return planning.gathering.followers.get(row.row)?.filter((follower) => {
    const stale = staleness(follower, row.person ?? row.structure, planning);
    if (stale.length > 0) planning.stale.set(follower.row, stale);
    return stale.length === 0;
  });
}

/** A row that updates a stored contact by its number needs no row before it, such as one that wanted to insert that number once more. */
const standsAlone = ({ operation, person, structure }: IdentifiedRow): boolean =>
  operationOf(operation)?.finds === 'by-number' && (person ?? structure)?.kind === 'stored';

function planMerged(row: IdentifiedRow, leader: number, planning: Planning): PlannedRow {
  if (planning.refused.has(leader))
    return stop(row, 'refused', [...row.issues, issue('first-row-refused', row.row, null, { row: leader })], planning);
  const stale = planning.stale.get(row.row);
  if (stale) return stop(row, 'held', [...row.issues, ...stale], planning);
  const issues = [...row.issues, issue('merged-into-row', row.row, null, { row: leader }), ...(planning.conflicts.get(row.row) ?? [])];
  return { row: row.row, bucket: 'merged', changes: [], issues };
}

function stop({ row }: IdentifiedRow, bucket: Bucket, issues: Issue[], planning: Planning): PlannedRow {
  planning.refused.add(row);
  return { row, bucket, changes: [], issues };
}

/** What keeps a row from being carried out although its cells are in order. */
function whyNot({ row, kind, person, structure, keys }: IdentifiedRow, cells: Cells, { contacts, numbers, structures }: Planning): Issue | null {
  const target = person ?? structure;
  const earlier = target?.kind === 'stored' ? contacts.get(target.contact.id) : undefined;
  if (earlier !== undefined) return issue('contact-twice', row, null, { row: earlier });
  if (target?.kind !== 'none') return null;
  const owner = keys.number === null ? undefined : numbers.get(keys.number);
  // Several relays may name the number of the structure that the first of them makes.
  if (owner !== undefined && keys.numberOfStructure && keys.structure !== null && structures.get(keys.structure)?.row === owner) return null;
  if (owner !== undefined) return issue('number-twice', row, 'CONTACT_NR', { value: keys.number ?? '', row: owner });
  const planned = kind === 'structure' && keys.structure !== null ? structures.get(keys.structure) : undefined;
  if (planned) return issue('contact-twice', row, null, { row: planned.row });
  return nothingToCreate(row, cells);
}

const nothingToCreate = (row: number, cells: Cells): Issue | null =>
  cells.FIRSTNAME || cells.LASTNAME || cells.OFFICIAL_NAME || cells.EMAIL1 ? null : issue('nothing-to-create', row, null);

/** Whether an address would have too long a town with what is stored, or what other rows of the file say. */
function townBarrier(identified: IdentifiedRow, cells: PartCells, planning: Planning): Issue | null {
  const { row, person, structure } = identified;
  // A structure that is only named keeps its address.
  if (structure && knownStructure(identified, structure, planning)) return null;
  const holder = structure ?? person;
  const contact = holder?.kind === 'stored' ? holder.contact : null;
  return holder ? townTooLongAfter(row, structure ? cells.structure : cells.person, contact, planning.institution.country) : null;
}

function carryOut(row: IdentifiedRow, cells: PartCells, issues: Issue[], planning: Planning): PlannedRow {
  const changes: Change[] = [];
  const inPair = row.structure !== undefined && row.person !== undefined;
  const known = row.structure ? knownStructure(row, row.structure, planning) : null;
  if (known) issues.push(...leftOutOfStructure(row, cells.structure, describingRow(known, planning.contacts), planning.descriptions, planning));
  else if (row.structure) changes.push(planStructure(row, row.structure, cells.structure, planning, issues));
  if (row.person) {
    const part = row.person.kind === 'stored' ? row.person.contact.kind : inPair ? 'relay' : 'individual';
    const change = planPart(row, part, row.person, cells.person, planning, issues);
    changes.push(inPair ? { ...change, structure: known ?? ownStructure(row) } : change);
  }
  const { number } = row.keys;
  const holder = row.keys.numberOfStructure ? row.structure : (row.person ?? row.structure);
  if (number !== null && holder?.kind === 'none' && !known) planning.numbers.set(number, row.row);
  return { row: row.row, bucket: bucketOf(changes), changes, issues };
}

function planStructure(row: IdentifiedRow, match: Match, cells: Cells, planning: Planning, issues: Issue[]): Change {
  const change = planPart(row, 'structure', match, cells, planning, issues);
  planning.descriptions.byRow.set(row.row, change.after);
  if (match.kind !== 'none' || row.keys.structure === null) return change;
  planning.structures.set(row.keys.structure, { kind: 'created', row: row.row });
  issues.push(...similarInFile(row, planning.descriptions));
  return change;
}

/**
 * A structure that an earlier row plans already: several relays name it, and only the first of them describes it. One that is stored is known
 * to a row that makes new contacts only.
 */
function knownStructure({ keys, operation }: IdentifiedRow, match: Match, { structures, contacts }: Planning): StructureRef | null {
  if (match.kind === 'stored') {
    const isOnlyNamed = contacts.has(match.contact.id) || operationOf(operation)?.finds === 'nobody';
    return isOnlyNamed ? { kind: 'stored', contactId: match.contact.id } : null;
  }
  return (keys.structure !== null && structures.get(keys.structure)) || null;
}

const ownStructure = ({ row, structure }: IdentifiedRow): StructureRef =>
  structure?.kind === 'stored' ? { kind: 'stored', contactId: structure.contact.id } : { kind: 'created', row };

/** What must be known of a row to carry it out, whoever it is about. */
type Acting = Pick<IdentifiedRow, 'row' | 'keys' | 'operation' | 'fillsNames' | 'person' | 'structure'>;

function planPart(row: Acting, part: ContactKind, match: Match, cells: Cells, planning: Planning, issues: Issue[]): Change {
  const inPair = row.structure !== undefined && row.person !== undefined;
  const { own, foreign } = cellsOf(part, cells, inPair, planning.criteria);
  if (inPair && row.keys.numberOfStructure) own.CONTACT_NR = part === 'structure' ? cells.CONTACT_NR : undefined;
  issues.push(...foreign.map((field) => issue('field-not-for-kind', row.row, field, { kind: part, value: cells[field] ?? '=' })));
  if (match.kind !== 'stored') return planCreation(row, part, own, inPair, planning, issues);
  planning.contacts.set(match.contact.id, row.row);
  return planUpdate(row.row, match.contact, own, operationOf(row.operation)?.reactivates ?? false, planning, issues);
}

function planCreation(
  { row, fillsNames }: Acting,
  part: ContactKind,
  cells: Cells,
  inPair: boolean,
  { institution }: Planning,
  issues: Issue[],
): Change {
  const { after, issues: found } = compare(row, cells, null, institution);
  issues.push(...found);
  if (cells.CONTACT_NR && !isReserved(cells.CONTACT_NR, institution.numberRanges)) {
    issues.push(issue('number-outside-ranges', row, 'CONTACT_NR', { value: cells.CONTACT_NR }));
  }
  issues.push(...missingMandatory(row, part, inPair, after, institution));
  completeCreation(after, part, { language: institution.language, fillsNames });
  return { row, part, kind: 'create', contactId: null, contactVersion: null, structure: null, before: {}, after };
}

function planUpdate(row: number, contact: StoredContact, cells: Cells, reactivates: boolean, { institution }: Planning, issues: Issue[]): Change {
  const { before, after, issues: found } = compare(row, cells, contact, institution);
  issues.push(...found);
  if (reactivates && contact.status === 'inactive') {
    before.STATUS = 'inactive';
    after.STATUS = 'active';
    if (contact.inactiveReason) {
      before.INACTIVE_REASON = contact.inactiveReason;
      after.INACTIVE_REASON = null;
    }
  }
  const kind = Object.keys(after).length > 0 ? 'update' : 'unchanged';
  return { row, part: contact.kind, kind, contactId: contact.id, contactVersion: contact.version, structure: null, before, after };
}

/** A row that creates anybody is created, else one that changes anybody is updated. */
function bucketOf(changes: readonly Change[]): Bucket {
  if (changes.some(({ kind }) => kind === 'create')) return 'created';
  return changes.some(({ kind }) => kind === 'update') ? 'updated' : 'unchanged';
}
