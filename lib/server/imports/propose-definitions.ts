import type pg from 'pg';
import { fieldOf, isColumnKey, type Mapping, type ProposedDefinition } from '@/lib/engine';
import type { JobControl } from '@/lib/server/jobs/job-control';
import { runInThread } from '@/lib/server/threads/run-in-thread';
import { ofPlan, type PlanTarget } from './plan-target';
import type { StageTask } from './stage-rows';

/** A file to look through for what it needs that is not defined. */
export type ProposeTask = Omit<StageTask, 'isText' | 'share' | 'told'>;

/** Whether a file has columns that could need anything. */
const bringsDefinitions = (mapping: Mapping): boolean =>
  Object.values(mapping).some((key) => key !== null && isColumnKey(key) && (key === 'STRUCT_TYPE' || fieldOf(key)?.type === 'criterion'));

/** Goes through a file once for the criteria, values and structure types that it needs and nobody defined. Throws what runInThread throws. */
export async function proposeDefinitions(
  { path, readOptions, mapping, edits, profile, institution }: ProposeTask,
  total: number | null,
  control: JobControl,
): Promise<ProposedDefinition[]> {
  if (!bringsDefinitions(mapping)) return [];
  const task = { path, readOptions, mapping, edits, profile, institution } satisfies ProposeTask;
  return runInThread<ProposedDefinition[], number>('propose', task, {
    signal: control.signal,
    onMessage: (done) => control.report({ stage: 'defining', done, total }),
  });
}

const keyOf = ({ list, code }: ProposedDefinition): string => (list === 'criteria' ? `=${code}` : 'STRUCT_TYPE');

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;
const literal = (text: string) => `'${text.replaceAll("'", "''")}'`;

/** What the changes of a plan write in some fields: each value once. Every change is unfolded once for all fields. */
const used = (target: PlanTarget, keys: readonly string[]) => `
  SELECT DISTINCT k.key, v.value
  FROM ${target.changes} c, json_to_record(c.after) r(${keys.map((key) => `${quoted(key)} text`).join(', ')}),
    (VALUES ${keys.map((key) => `(${literal(key)}, 0)`).join(', ')}) k(key, nothing),
    unnest(string_to_array(CASE k.key ${keys.map((key) => `WHEN ${literal(key)} THEN r.${quoted(key)}`).join(' ')} END, '|')) v(value)
  WHERE ${ofPlan(target, 'c')} AND c.kind <> 'unchanged'`;

/** Of what was proposed, what contacts get by the plan: rows that are refused define nothing. */
export async function usedDefinitions(
  client: pg.ClientBase,
  target: PlanTarget,
  proposed: readonly ProposedDefinition[],
): Promise<ProposedDefinition[]> {
  if (proposed.length === 0) return [];
  const keys = [...new Set(proposed.map(keyOf))];
  const { rows } = await client.query<{ key: string; value: string }>(used(target, keys));
  const values = new Set(rows.map(({ key, value }) => `${key}\n${value}`));
  const touched = new Set(rows.map(({ key }) => key));
  return proposed.filter((each) => {
    const [key, value] = [keyOf(each), each.list === 'criteria' ? each.value : each.code];
    return value === '' ? touched.has(key) : values.has(`${key}\n${value}`);
  });
}
