import { mergeValues } from '@/lib/engine/criteria';
import type { Follower } from '@/lib/engine/gather';
import { type Issue, issue } from '@/lib/engine/issues';
import type { Planning } from '@/lib/engine/plan';
import type { Bucket, Cells, Change, IdentifiedRow, Match, PlannedRow, StoredContact } from '@/lib/engine/types';
import { blockersOf } from './blockers';
import { crossCheck } from './cross-check';
import { isRemoval, type RemovalCode, type RemovalPolicy } from './removal';
import { removedValues } from './removed-values';

type Member = Pick<IdentifiedRow, 'row' | 'operation' | 'cells'>;

const storedOf = (match: Match | undefined): StoredContact | null => (match?.kind === 'stored' ? match.contact : null);

/**
 * What a row of a file that removes will do. All rows about a contact are carried out together or not at all: where they want different
 * things, or one of them names somebody else, none of them is believed.
 */
export function planRemoval(row: IdentifiedRow, policy: RemovalPolicy, planning: Planning): PlannedRow {
  if (row.refusal !== null) return stop(row, row.refusal, row.issues, planning);
  const contact = storedOf(row.person ?? row.structure);
  if (!contact || !isRemoval(row.operation)) return stop(row, 'refused', [...row.issues, ...row.doubts], planning);
  const leader = planning.gathering.mergedInto.get(row.row);
  if (leader !== undefined) return planMerged(row, leader, planning);
  const followers = planning.gathering.followers.get(row.row) ?? [];
  const own = noteDoubts([row, ...followers], contact, planning);
  const blockers = blockersOf(row, row.operation, contact, planning.institution);
  const reasons = [...own, ...blockers];
  if (reasons.length > 0) return stop(row, 'held', [...row.issues, ...reasons], planning);
  const doubted = followers.find((follower) => planning.stale.has(follower.row));
  if (doubted) return stop(row, 'held', [...row.issues, issue('first-row-refused', row.row, null, { row: doubted.row })], planning);
  return carryOut(row, row.operation, contact, listedBy([row, ...followers]), policy);
}

/** Notes for every row about the contact why it is not believed; gives that of the first. */
function noteDoubts([first, ...followers]: readonly [Member, ...Follower[]], contact: StoredContact, { stale }: Planning): Issue[] {
  const contrary = followers.find(({ operation }) => operation !== first.operation);
  const doubtsOf = (member: Member, other: Member | undefined): Issue[] => [
    ...(other ? [issue('operations-contradict', member.row, 'OPERATION', { value: member.operation, other: other.operation, row: other.row })] : []),
    ...crossCheck(member, contact),
  ];
  for (const follower of followers) {
    const against = contrary && (follower.operation === first.operation ? contrary : first);
    const doubts = doubtsOf(follower, against);
    if (doubts.length > 0) stale.set(follower.row, doubts);
  }
  return doubtsOf(first, contrary);
}

function planMerged(row: IdentifiedRow, leader: number, planning: Planning): PlannedRow {
  const doubts = planning.stale.get(row.row);
  if (doubts) return stop(row, 'held', [...row.issues, ...doubts], planning);
  const isHeld = planning.refused.has(leader);
  const issues = [...row.issues, issue(isHeld ? 'first-row-refused' : 'merged-into-row', row.row, null, { row: leader })];
  return { row: row.row, bucket: isHeld ? 'held' : 'merged', changes: [], issues };
}

function stop({ row }: IdentifiedRow, bucket: Bucket, issues: Issue[], planning: Planning): PlannedRow {
  planning.refused.add(row);
  return { row, bucket, changes: [], issues };
}

/** What several rows list of authorizations and criteria, as one. */
function listedBy(members: readonly Member[]): Cells {
  const listed: Cells = {};
  for (const { cells } of members) {
    for (const key of Object.keys(cells) as (keyof Cells)[]) {
      const [before, cell] = [listed[key], cells[key]];
      const addsUp = key.startsWith('=') && typeof before === 'string' && typeof cell === 'string';
      listed[key] = addsUp ? mergeValues(before, `||${cell.replace(/^\|\|/, '')}`) : before === null ? null : cell;
    }
  }
  return listed;
}

function carryOut(row: IdentifiedRow, operation: RemovalCode, contact: StoredContact, listed: Cells, policy: RemovalPolicy): PlannedRow {
  const { before, after, issues } = removedValues(row.row, operation, contact, listed, policy);
  const kind = operation === 'DROP' ? 'remove' : Object.keys(after).length > 0 ? 'update' : 'unchanged';
  const target = { contactId: contact.id, contactVersion: contact.version, structure: null };
  const change: Change = { row: row.row, part: contact.kind, kind, operation, ...target, before, after };
  const bucket = kind === 'remove' ? 'removed' : kind === 'update' ? 'updated' : 'unchanged';
  return { row: row.row, bucket, changes: [change], issues: [...row.issues, ...issues] };
}
