import { operationOf } from './operations';
import type { CheckedRow, RowKind } from './types';

/** A later row of the file about the same contact as an earlier one. */
export type Follower = Pick<CheckedRow, 'row' | 'cells' | 'kind' | 'operation' | 'expected'>;

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
export function gather(rows: readonly CheckedRow[], { first, followers, mergedInto }: Gathering): void {
  for (const { row, cells, kind, operation, refusal, expected, ...rest } of rows) {
    if (refusal !== null) continue;
    const { own, also } = identities({ kind, operation, ...rest });
    const leader = own === null ? undefined : first.get(own);
    if (leader && areAlike(leader.kind, kind)) {
      addTo(followers, leader.row, { row, cells, kind, operation, expected });
      mergedInto.set(row, leader.row);
      continue;
    }
    if (own !== null && !leader) first.set(own, { row, kind });
    for (const identity of also) if (!first.has(identity.key)) first.set(identity.key, { row, kind: identity.kind });
  }
}

function addTo(followers: Map<number, Follower[]>, leader: number, follower: Follower): void {
  const known = followers.get(leader);
  if (known) known.push(follower);
  else followers.set(leader, [follower]);
}

/** Makes a later row the first one about its contact for the rows after it, because the row before it is not carried out. */
export function takeLead(row: number, leader: number, { followers, mergedInto }: Gathering): void {
  const rest = (followers.get(leader) ?? []).filter((follower) => follower.row > row);
  followers.set(row, rest);
  mergedInto.delete(row);
  for (const follower of rest) mergedInto.set(follower.row, row);
}

interface Identities {
  /** What the row itself is looked for by. */
  own: string | null;
  /** What later rows may find it by as well, and as what. */
  also: { key: string; kind: RowKind }[];
}

/**
 * The texts that make rows of a file the same contact: the number decides where there is one, else the e-mail among persons or among the
 * relays of a structure, else the ten fields of a structure. A later row that only has the e-mail of an earlier row with a number is that
 * row's, and a structure alone is the structure of an earlier relay. Rows that ask for a new contact are nobody else's, but a later row that
 * updates its number is about the one they make.
 */
function identities({ operation, kind, keys }: Pick<CheckedRow, 'operation' | 'kind' | 'keys'>): Identities {
  const structure = keys.structure === null ? null : `structure ${keys.structure}`;
  const person = keys.email === null ? null : kind === 'structureAndRelay' ? `relay ${keys.structure} ${keys.email}` : `person ${keys.email}`;
  const content = kind === 'structure' ? structure : person;
  const ofRelay = kind === 'structureAndRelay' && structure !== null ? [{ key: structure, kind: 'structure' as const }] : [];
  const ofNumber = keys.number === null ? [] : [{ key: `number ${keys.number}`, kind: keys.numberOfStructure ? ('structure' as const) : kind }];
  if (operationOf(operation)?.finds === 'nobody') {
    return { own: kind === 'structure' && keys.number === null ? structure : null, also: [...ofNumber, ...ofRelay] };
  }
  // Several relays may name their structure by its number.
  if (keys.numberOfStructure) return { own: content, also: [...ofNumber, ...ofRelay] };
  if (keys.number === null) return { own: content, also: ofRelay };
  // A relay is another one under the same number when its structure is another one.
  const number = kind === 'structureAndRelay' ? `number ${keys.number} ${keys.structure}` : `number ${keys.number}`;
  return { own: number, also: content === null ? ofRelay : [{ key: content, kind }, ...ofRelay] };
}

/**
 * Whether two rows may be one: a later row without names is whoever it is found to be (after one about a structure and its relay, the relay),
 * but a person is no structure.
 */
const areAlike = (first: RowKind, later: RowKind): boolean =>
  first === later || later === 'unnamed' || (first === 'unnamed' && later === 'individual');
