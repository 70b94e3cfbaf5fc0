import { operationOf } from './operations';
import type { CheckedRow, RowKind } from './types';

/** A later row of the file about the same contact as an earlier one. */
export type Follower = Pick<CheckedRow, 'row' | 'cells'>;

/**
 * What must be known across the rows of a file. Filled in two passes, both in the order of the file: `gather` over all checked rows,
 * then `planRows` over the identified ones. Memory grows with the number of different contacts in the file.
 */
export interface Gathering {
  /** Identity of a contact to the first row about it. */
  readonly first: Map<string, { row: number; kind: RowKind }>;
  /** First row to the later rows about the same contact. */
  readonly followers: Map<number, Follower[]>;
  /** Later row to its first row. */
  readonly mergedInto: Map<number, number>;
}

export const startGathering = (): Gathering => ({ first: new Map(), followers: new Map(), mergedInto: new Map() });

/** Notes which of these rows are about a contact that an earlier row is about. */
export function gather(rows: readonly CheckedRow[], gathering: Gathering): void {
  for (const row of rows) {
    if (row.refusal !== null) continue;
    const [own, ...also] = identities(row);
    if (own === undefined) continue;
    const first = gathering.first.get(own);
    if (first && areAlike(first.kind, row.kind)) follow(row, first.row, gathering);
    for (const key of [own, ...also]) if (!gathering.first.has(key)) gathering.first.set(key, { row: row.row, kind: row.kind });
  }
}

function follow({ row, cells }: CheckedRow, leader: number, { followers, mergedInto }: Gathering): void {
  const known = followers.get(leader);
  if (known) known.push({ row, cells });
  else followers.set(leader, [{ row, cells }]);
  mergedInto.set(row, leader);
}

/**
 * The texts that make rows of a file the same contact: the number decides where there is one, else the e-mail among persons or among the
 * relays of a structure, else the ten fields of a structure. A row is told by the first; later rows may know it by the others too: one
 * that only has the e-mail of an earlier row with a number is that row's. Rows that ask for a new contact are nobody else's.
 */
function identities({ operation, kind, keys: { number, email, structure } }: CheckedRow): string[] {
  const byContent: string[] = [];
  if (kind === 'structure') byContent.push(`structure ${structure}`);
  else if (email !== null) byContent.push(kind === 'structureAndRelay' ? `relay ${structure} ${email}` : `person ${email}`);
  if (operationOf(operation)?.finds === 'nobody') return kind === 'structure' && number === null ? byContent : [];
  return number === null ? byContent : [`number ${number}`, ...byContent];
}

/** Whether two rows may be one: a row without names is whoever it is found to be, but a person is no structure. */
const areAlike = (first: RowKind, later: RowKind): boolean =>
  first === later || (first === 'unnamed' && later === 'individual') || (first === 'individual' && later === 'unnamed');
