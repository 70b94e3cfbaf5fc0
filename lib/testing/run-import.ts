import { createHash } from 'node:crypto';
import { createReadStream, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import type { Edits, Mapping, ReadOptions } from '@/lib/engine';
import type { Actor } from '@/lib/server/actor';
import { connection } from '@/lib/server/database/connection';
import { inScope } from '@/lib/server/database/scope';
import { env } from '@/lib/server/env';
import { acceptMapping } from '@/lib/server/imports/accept-mapping';
import { applyImport } from '@/lib/server/imports/apply-import';
import { asJson } from '@/lib/server/imports/as-json';
import { confirmImport } from '@/lib/server/imports/confirm-import';
import { createImport } from '@/lib/server/imports/create-import';
import { getImport } from '@/lib/server/imports/get-import';
import { planImport } from '@/lib/server/imports/plan-import';
import { readImport } from '@/lib/server/imports/read-import';
import { moveImport } from '@/lib/server/imports/state';
import { undoImport } from '@/lib/server/imports/undo-import';
import type { JobControl } from '@/lib/server/jobs/job-control';
import { fileStore } from '@/lib/server/storage/file-store';
import { newKey } from '@/lib/server/storage/key';

/** A control that never stops a job and reports to nobody. */
export const undisturbed = (): JobControl => ({
  signal: new AbortController().signal,
  checkpoint: async () => undefined,
  claim: async () => undefined,
  report: async () => undefined,
});

interface FileParts {
  fileName?: string;
  environment?: 'PP' | 'P';
  purpose?: 'change' | 'removal';
  readOptions?: ReadOptions;
}

/** A mapping with the edits before it; both as suggested where not said. */
interface MappingParts {
  mapping?: Mapping;
  edits?: Edits;
}

/** An import whose file has arrived and waits to be read: what an upload leaves behind. The file at `path` is taken away. */
export async function makeUploadedImport(
  actor: Actor,
  path: string,
  { fileName = 'contacts.csv', environment = 'P', purpose = 'change', readOptions = {} }: FileParts = {},
): Promise<number> {
  const { importId } = await createImport(actor, { fileName, size: statSync(path).size, environment, purpose });
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  await inScope({ kind: 'institution', institutionId: actor.institutionId }, async (db) => {
    const { file } = await db.import.findUniqueOrThrow({ where: { id: importId }, include: { file: true } });
    await fileStore().take(file.key, path);
    await db.storedFile.update({ where: { id: file.id }, data: { sha256: hash.digest('hex'), completedAt: new Date() } });
    await moveImport(db, importId, 'reading', { readOptions: asJson(readOptions) });
  });
  return importId;
}

/** An import whose file is read. Text is stored as UTF-8. */
export async function makeReadImport(actor: Actor, content: string | Uint8Array, parts: FileParts = {}): Promise<number> {
  const path = join(env().dataDir, newKey());
  writeFileSync(path, content);
  const importId = await makeUploadedImport(actor, path, parts);
  await readImport({ institutionId: actor.institutionId, importId }, undisturbed());
  return importId;
}

/** The columns as suggested, for files whose headers say what they are. */
export async function suggestedMapping(actor: Actor, importId: number): Promise<Mapping> {
  const { suggestions } = await getImport(actor, { importId });
  return Object.fromEntries((suggestions ?? []).map(({ index, field }) => [index, field]));
}

/** An import that is planned and waits to be confirmed. */
export async function makePlannedImport(actor: Actor, content: string | Uint8Array, parts: FileParts & MappingParts = {}) {
  const importId = await makeReadImport(actor, content, parts);
  const { suggestedEdits } = await getImport(actor, { importId });
  const suggested = { mapping: await suggestedMapping(actor, importId), edits: suggestedEdits };
  await acceptMapping(actor, { importId, ...(parts.mapping ? { mapping: parts.mapping, edits: parts.edits } : suggested) });
  await planImport({ institutionId: actor.institutionId, importId }, undisturbed());
  return importId;
}

/** Confirms a planned import as it stands. */
export async function confirm(actor: Actor, importId: number): Promise<void> {
  const { planHash } = await getImport(actor, { importId });
  await confirmImport(actor, { importId, planHash: planHash ?? '' });
}

type Scope = Omit<Parameters<typeof undoImport>[1], 'importId'>;

/** The undo of an import, planned, that waits to be confirmed. */
export async function makePlannedUndo(actor: Actor, undone: number, scope: Scope = {}): Promise<number> {
  const { importId } = await undoImport(actor, { importId: undone, ...scope });
  await planImport({ institutionId: actor.institutionId, importId }, undisturbed());
  return importId;
}

/** Confirms a planned import as it stands and carries it out. */
export async function carryOut(actor: Actor, importId: number) {
  await confirm(actor, importId);
  await applyImport({ institutionId: actor.institutionId, importId }, undisturbed());
  return getImport(actor, { importId });
}

/** Takes an import back, through the use cases and job handlers of the product. */
export const runUndo = async (actor: Actor, undone: number, scope: Scope = {}) => carryOut(actor, await makePlannedUndo(actor, undone, scope));

const APPROVED = `
  INSERT INTO approval (institution_id, import_id, plan_hash, plan, state, basis, reason, requester, requester_name, decider, decider_name, decided_at, run_not_before, certified)
  SELECT institution_id, id, plan_hash, '{}', 'run', 'other', 'A test.', 1, 'One', 2, 'Another', now(), now(), true FROM import WHERE id = $1`;

/** Statements of the owner, on one connection. */
interface Owner {
  query(sql: string, params?: unknown[]): Promise<unknown>;
}

/** Notes that the plan of a removal was approved, as the owner does with the guards of the database off: no persons are needed. */
async function noteApproval(owner: Owner, importId: number): Promise<void> {
  await owner.query('SET session_replication_role = replica');
  await owner.query(APPROVED, [importId]);
  await owner.query('RESET session_replication_role');
}

/** The owner of the test database that the process's connections point at. */
async function asOwner(work: (owner: Owner) => Promise<void>): Promise<void> {
  const url = new URL(env().DATABASE_URL ?? '');
  url.pathname = new URL(connection().pool.options.connectionString ?? '').pathname;
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  await work(client).finally(() => client.end());
}

/** Sends the planned removal on to be carried out, as the approval of a second person does. `owner`: where it is not that of a test database. */
export async function approve(actor: Actor, importId: number, owner?: Owner): Promise<void> {
  await (owner ? noteApproval(owner, importId) : asOwner((own) => noteApproval(own, importId)));
  await inScope({ kind: 'institution', institutionId: actor.institutionId }, (db) =>
    moveImport(db, importId, 'applying', { confirmedBy: actor.userId, confirmedAt: new Date() }),
  );
}

/** A file of removals from its bytes to what becomes of contacts. */
export async function runRemoval(actor: Actor, content: string, parts: FileParts & { mapping?: Mapping } = {}) {
  const importId = await makePlannedImport(actor, content, { ...parts, purpose: 'removal' });
  await approve(actor, importId);
  await applyImport({ institutionId: actor.institutionId, importId }, undisturbed());
  return getImport(actor, { importId });
}

/** A file from its bytes to contacts, through the use cases and job handlers of the product. */
export async function runImport(actor: Actor, content: string | Uint8Array, parts: FileParts & MappingParts = {}) {
  return carryOut(actor, await makePlannedImport(actor, content, parts));
}
