import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { erases, REMOVALS, type RemovalCode } from '@/lib/engine';
import type { Actor } from '@/lib/server/actor';
import { acceptMapping } from '@/lib/server/imports/accept-mapping';
import { applyImport } from '@/lib/server/imports/apply-import';
import { getImport } from '@/lib/server/imports/get-import';
import { planImport } from '@/lib/server/imports/plan-import';
import { readImport } from '@/lib/server/imports/read-import';
import { eraseTraces } from '@/lib/server/removals/erase-traces';
import { approve, confirm, makeUploadedImport, suggestedMapping, undisturbed } from '@/lib/testing/run-import';
import { writeContactFile } from './contact-file';
import { type Measured, type MeasureId, measured } from './measures';
import { type ScratchDatabase, startScratchDatabase } from './scratch-database';
import { type Stage, timed } from './stopwatch';

const MEASURES: Record<RemovalCode, MeasureId> = {
  INVALIDATE: 'invalidate-vs-update',
  UPDATEACT: 'reactivate-vs-update',
  DELETE: 'erase-vs-update',
  ANONYMIZE: 'anonymize-vs-update',
  DROP: 'drop-vs-update',
};

/** Nothing is known against any of them. */
const STANDING = `
  INSERT INTO contact_standing (institution_id, contact_id, sales, balance, open_orders) SELECT institution_id, id, 0, 0, 0 FROM contact WHERE institution_id = $1`;
const INACTIVE = `UPDATE contact SET status = 'inactive', inactive_reason = 'ACCOUNT_DELETED' WHERE institution_id = $1`;

const CONTACTS = `
  SELECT number, last_name, first_name, a.line1, a.zip_code, a.town, m.email1 FROM contact c
  LEFT JOIN contact_address a ON a.contact_id = c.id LEFT JOIN contact_means m ON m.contact_id = c.id WHERE c.institution_id = $1 ORDER BY c.id`;

type Known = Record<'number' | 'last_name' | 'first_name' | 'line1' | 'zip_code' | 'town' | 'email1', string | null>;

/** All contacts, each with another street and a remark. */
const updating = (contacts: readonly Known[]): string =>
  `OPERATION;CONTACT_NR;LASTNAME;FIRSTNAME;LINE1;ZIPCODE;TOWN;EMAIL1;REMARK\n${contacts
    .map(
      (each) =>
        `UPDATE;${each.number};${each.last_name ?? ''};${each.first_name ?? ''};9${each.line1 ?? ''};${each.zip_code ?? ''};${each.town ?? ''};${each.email1 ?? ''};moved\n`,
    )
    .join('')}`;

const removing = (contacts: readonly Known[], operation: RemovalCode): string =>
  `OPERATION;CONTACT_NR;LASTNAME;FIRSTNAME\n${contacts.map((each) => `${operation};${each.number};${each.last_name ?? ''};${each.first_name ?? ''}\n`).join('')}`;

/** An institution with `rows` contacts of a file. */
async function stocked(database: ScratchDatabase, folder: string, rows: number): Promise<{ actor: Actor; contacts: Known[] }> {
  const { newActor, owner } = database;
  const actor = await newActor();
  const path = join(folder, 'contacts.csv');
  writeContactFile(path, rows);
  await carriedOut(database, actor, path, 'change', 'stock', rows);
  await owner.query(STANDING, [actor.institutionId]);
  return { actor, contacts: (await owner.query<Known>(CONTACTS, [actor.institutionId])).rows };
}

/** Takes a file through the product's own code; gives what its plan and its carrying out took. */
async function carriedOut(
  { owner }: ScratchDatabase,
  actor: Actor,
  path: string,
  purpose: 'change' | 'removal',
  name: string,
  rows: number,
): Promise<Stage[]> {
  const importId = await makeUploadedImport(actor, path, { purpose });
  const job = { institutionId: actor.institutionId, importId };
  const read = await timed(`${name}: read`, rows, () => readImport(job, undisturbed()));
  await acceptMapping(actor, { importId, mapping: await suggestedMapping(actor, importId) });
  const plan = await timed(`${name}: plan`, rows, () => planImport(job, undisturbed()));
  await (purpose === 'removal' ? approve(actor, importId, owner) : confirm(actor, importId));
  const apply = await timed(`${name}: apply`, rows, () => applyImport(job, undisturbed()));
  const { counts, balanced } = await getImport(actor, { importId });
  const done = (counts?.created ?? 0) + (counts?.updated ?? 0) + (counts?.removed ?? 0) + (counts?.merged ?? 0);
  if (!balanced || done !== counts?.rows) throw new Error(`Not all of ${name} was carried out: ${JSON.stringify(counts)}`);
  return [read, plan, apply];
}

const secondsOf = (stages: readonly Stage[]) => stages.reduce((sum, { seconds }) => sum + seconds, 0);

/** An update of all contacts of an institution of its own. */
async function updated(database: ScratchDatabase, folder: string, path: string, rows: number): Promise<Stage[]> {
  const { actor, contacts } = await stocked(database, folder, rows);
  writeFileSync(path, updating(contacts));
  return carriedOut(database, actor, path, 'change', 'UPDATE', contacts.length);
}

/** One operation of removals on all contacts of an institution of its own, and the taking away of their traces, which nobody waits for. */
async function removed(database: ScratchDatabase, folder: string, path: string, rows: number, operation: RemovalCode) {
  const { actor, contacts } = await stocked(database, folder, rows);
  if (operation === 'UPDATEACT') await database.owner.query(INACTIVE, [actor.institutionId]);
  writeFileSync(path, removing(contacts, operation));
  const stages = await carriedOut(database, actor, path, 'removal', operation, contacts.length);
  if (!erases(operation)) return { stages, traces: [] };
  return { stages, traces: [await timed(`${operation}: traces`, contacts.length, () => eraseTraces(new AbortController().signal))] };
}

/**
 * Each operation of removals on `rows` contacts, from the stored file to its end, against the mean of the updates of as many before and after it:
 * a machine that others use is not equally fast from minute to minute.
 */
export async function removalBench(folder: string, rows: number): Promise<{ stages: Stage[]; measures: Measured[] }> {
  const database = await startScratchDatabase(folder);
  const path = join(folder, 'work.csv');
  const stages: Stage[] = [];
  const measures: Measured[] = [];
  try {
    let before = await updated(database, folder, path, rows);
    stages.push(...before);
    for (const operation of REMOVALS) {
      const { stages: own, traces } = await removed(database, folder, path, rows, operation);
      const after = await updated(database, folder, path, rows);
      measures.push(measured(MEASURES[operation], (2 * secondsOf(own)) / (secondsOf(before) + secondsOf(after))));
      stages.push(...own, ...traces, ...after);
      before = after;
    }
    return { stages, measures };
  } finally {
    await database.stop();
  }
}
