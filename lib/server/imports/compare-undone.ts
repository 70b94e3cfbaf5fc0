import type pg from 'pg';
import {
  type ChangeValues,
  type ContactKind,
  type Issue,
  issue,
  keysChangedSince,
  LIMITS,
  type StoredContact,
  storedValue,
  takeBack,
  type ValueKey,
} from '@/lib/engine';
import { fetchContacts } from '@/lib/server/contacts/fetch-contacts';
import { copyLine, copyRows } from '@/lib/server/database/copy-rows';
import type { JobControl } from '@/lib/server/jobs/job-control';
import type { UndoTask } from './undone-changes';

interface Moved {
  row: number;
  part: ContactKind;
  outcome: 'created' | 'updated';
  contactId: string;
  structureId: string | null;
  addressUses: string | null;
  before: ChangeValues;
  after: ChangeValues;
}

interface Fate {
  fate: 'removed' | 'updated' | 'held' | 'unchanged';
  before: ChangeValues;
  after: ChangeValues;
  issues: Issue[];
}

const TABLE = 'row int, part "ContactKind", fate "Bucket", before json, after json, address_uses text';

const COUNT = 'SELECT count(*)::int AS count FROM undone WHERE fate IS NULL';

const NEXT = `
  SELECT u.row, u.part, u.outcome, u.contact_id::text AS "contactId", u.structure_id::text AS "structureId", p.address_uses AS "addressUses",
    p.before, p.after
  FROM undone u JOIN plan_change p ON p.institution_id = $1 AND p.import_id = $2 AND p.row = u.row AND p.part = u.part
  WHERE u.fate IS NULL AND (u.row, u.part) > ($3, $4::"ContactKind") ORDER BY u.row, u.part LIMIT ${LIMITS.chunkRows}`;

const SETTLE = 'UPDATE undone u SET fate = c.fate FROM compared_undo c WHERE c.row = u.row AND c.part = u.part';

/**
 * Compares, field by field, the contacts that somebody wrote to since: fills the temporary table `compared_undo`, settles the fates of
 * `undone` and says in `undo_issue` what is kept. `each` gets a text of every reversed change. Throws what the control throws.
 */
export async function compareUndone(client: pg.ClientBase, task: UndoTask, control: JobControl, each: (text: string) => void): Promise<void> {
  await client.query(`CREATE TEMP TABLE compared_undo (${TABLE}) ON COMMIT DROP`);
  const { rows: waiting } = await client.query<{ count: number }>(COUNT);
  const total = waiting[0]?.count ?? 0;
  let last: Pick<Moved, 'row' | 'part'> = { row: -1, part: 'individual' };
  for (let done = 0; done < total; ) {
    await control.checkpoint();
    const { rows } = await client.query<Moved>(NEXT, [task.institutionId, task.importId, last.row, last.part]);
    const contacts = await fetchContacts(
      client,
      rows.map(({ contactId }) => contactId),
    );
    const fates = rows.map((moved) => fateOf(moved, contacts.get(moved.contactId) as StoredContact));
    await write(client, rows, fates, contacts, each);
    last = rows.at(-1) ?? last;
    done += rows.length;
    await control.report({ stage: 'planning', done, total });
  }
  if (total > 0) await client.query(SETTLE);
}

/** What becomes of a change whose contact was written to since. */
function fateOf({ row, outcome, structureId, addressUses, before, after }: Moved, contact: StoredContact): Fate {
  const changedSince = (key: ValueKey) => issue('changed-since-import', row, key, { value: storedValue(contact, key) ?? '=' });
  if (outcome === 'created') {
    const keys = keysChangedSince(after, contact);
    const isAsCreated = keys.length === 0 && contact.structureId === structureId;
    if (isAsCreated) return { fate: 'removed', before: {}, after: {}, issues: [] };
    return { fate: 'held', before: {}, after: {}, issues: [issue('contact-changed-since', row, null), ...keys.map(changedSince)] };
  }
  const back = takeBack({ before, after, addressUses }, contact);
  const fate = Object.keys(back.after).length > 0 ? 'updated' : back.kept.length > 0 ? 'held' : 'unchanged';
  return { fate, before: back.before, after: back.after, issues: back.kept.map(changedSince) };
}

async function write(
  client: pg.ClientBase,
  rows: readonly Moved[],
  fates: readonly Fate[],
  contacts: ReadonlyMap<string, StoredContact>,
  each: (text: string) => void,
): Promise<void> {
  let changes = '';
  let issues = '';
  fates.forEach(({ fate, before, after, issues: found }, at) => {
    const { row, part, contactId } = rows[at] as Moved;
    const uses = contacts.get(contactId)?.fields.ADDR_TYPE ?? null;
    const line = copyLine([row, part, fate, JSON.stringify(before), JSON.stringify(after), uses]);
    each(line);
    changes += line;
    for (const { field, code, level, params } of found) issues += copyLine([row, part, field, code, level, JSON.stringify(params)]);
  });
  await copyRows(client, 'compared_undo', [changes]);
  if (issues) await copyRows(client, 'undo_issue', [issues]);
}
