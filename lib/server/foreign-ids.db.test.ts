import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '@/lib/testing/database';
import { type CallWithIds, expectForeign404, expectFound } from '@/lib/testing/expect-foreign-404';
import { makeActor } from '@/lib/testing/factories';
import { runJobs, uploadedImport } from '@/lib/testing/imports';
import type { Actor } from './actor';
import { answerQuestion } from './approvals/answer-question';
import { approveRequest } from './approvals/approve-request';
import { askQuestion } from './approvals/ask-question';
import { cancelRun } from './approvals/cancel-run';
import { getApproval } from './approvals/get-approval';
import { getCertificate } from './approvals/get-certificate';
import { refuseRequest } from './approvals/refuse-request';
import { requestApproval } from './approvals/request-approval';
import { withdrawRequest } from './approvals/withdraw-request';
import { getContact } from './contacts/get-contact';
import { AppError } from './errors';
import { acceptDrift } from './imports/accept-drift';
import { acceptMapping } from './imports/accept-mapping';
import { acceptReading } from './imports/accept-reading';
import { acceptValues } from './imports/accept-values';
import { cancelImport } from './imports/cancel-import';
import { confirmImport } from './imports/confirm-import';
import { declineRecipe } from './imports/decline-recipe';
import { finishImport } from './imports/finish-import';
import { followImport } from './imports/follow-import';
import { getImport } from './imports/get-import';
import { getPlan } from './imports/get-plan';
import { getQuality } from './imports/get-quality';
import { getUndo } from './imports/get-undo';
import { listChanges } from './imports/list-changes';
import { listDamages } from './imports/list-damages';
import { listProblems } from './imports/list-problems';
import { listRows } from './imports/list-rows';
import { listValues } from './imports/list-values';
import { pauseImport } from './imports/pause-import';
import { previewEdits } from './imports/preview-edits';
import { previewImport } from './imports/preview-import';
import { replanConflicts } from './imports/replan-conflicts';
import { resumeImport } from './imports/resume-import';
import { retryImport } from './imports/retry-import';
import { stopImport } from './imports/stop-import';
import { undoImport } from './imports/undo-import';
import { unlockImport } from './imports/unlock-import';
import { addListValue } from './institutions/add-list-value';
import { addNumberRange } from './institutions/add-number-range';
import { changeListValue } from './institutions/change-list-value';
import { countListValueUse } from './institutions/count-list-value-use';
import { listListValues } from './institutions/list-list-values';
import { listNumberRanges } from './institutions/list-number-ranges';
import { removeListValue } from './institutions/remove-list-value';
import { removeNumberRange } from './institutions/remove-number-range';
import { deleteRecipe } from './recipes/delete-recipe';
import { exportRecipe } from './recipes/export-recipe';
import { getRecipe } from './recipes/get-recipe';
import { renameRecipe } from './recipes/rename-recipe';
import { restoreRecipe } from './recipes/restore-recipe';
import { saveRecipe } from './recipes/save-recipe';
import { getRemovalSummary } from './removals/get-removal-summary';
import { overrideErased } from './removals/override-erased';
import { findUpload } from './uploads/find-upload';
import { handleUpload } from './uploads/handle-upload';

interface Ids {
  importId: number;
  contactId: string;
  /** Key of the import's file. */
  key: string;
  listValueId: number;
  numberRangeId: number;
  approvalId: number;
  recipeId: number;
}

/** The refusal of a route, as the use case behind it would have thrown it. */
async function thrown(answer: Response): Promise<Response> {
  if (answer.status < 400) return answer;
  const { error } = (await answer.json()) as { error: { code: string; params: Record<string, string> } };
  throw new AppError(error.code, error.params, answer.status);
}

const planHash = 'a'.repeat(64);
const tus = { 'tus-resumable': '1.0.0' };

const approver = (actor: Actor): Actor => ({ ...actor, roles: ['approver'] });
const text = 'Why so?';

/** Every use case that takes an id of something stored. */
const BY_ID: Record<string, CallWithIds<Ids>> = {
  acceptDrift: (actor, { importId }) => acceptDrift(actor, { importId, goTo: 'map' }),
  acceptMapping: (actor, { importId }) => acceptMapping(actor, { importId, mapping: { 0: 'EMAIL1' } }),
  acceptReading: (actor, { importId }) => acceptReading(actor, { importId, options: { headerRow: 1 } }),
  cancelImport: (actor, { importId }) => cancelImport(actor, { importId }),
  confirmImport: (actor, { importId }) => confirmImport(actor, { importId, planHash }),
  finishImport: (actor, { importId }) => finishImport(actor, { importId }, AbortSignal.abort()),
  declineRecipe: (actor, { importId }) => declineRecipe(actor, { importId }),
  findUpload: (actor, { importId }) => findUpload(actor, { importId }),
  followImport: (actor, { importId }) => followImport(actor, { importId }),
  getContact: (actor, { contactId }) => getContact(actor, { contactId }),
  getImport: (actor, { importId }) => getImport(actor, { importId }),
  getUndo: (actor, { importId }) => getUndo(actor, { importId }),
  undoImport: (actor, { importId }) => undoImport(actor, { importId }),
  getPlan: (actor, { importId }) => getPlan(actor, { importId }),
  handleUpload: async (actor, { key }) =>
    thrown(await handleUpload(new Request(`http://foyer.test/api/uploads/${key}`, { method: 'HEAD', headers: tus }), actor)),
  overrideErased: (actor, { importId }) => overrideErased(actor, { importId, basis: 'consent', reason: 'asked to be back' }),
  getRemovalSummary: (actor, { importId }) => getRemovalSummary(actor, { importId }),
  listChanges: (actor, { importId }) => listChanges(actor, { importId }),
  listProblems: (actor, { importId }) => listProblems(actor, { importId }),
  getQuality: (actor, { importId }) => getQuality(actor, { importId, stored: true }),
  listDamages: (actor, { importId }) => listDamages(actor, { importId }),
  listValues: (actor, { importId }) => listValues(actor, { importId }),
  acceptValues: (actor, { importId }) => acceptValues(actor, { importId, answers: [] }),
  listRows: (actor, { importId }) => listRows(actor, { importId }),
  pauseImport: (actor, { importId }) => pauseImport(actor, { importId }),
  previewImport: (actor, { importId }) => previewImport(actor, { importId, options: {} }),
  previewEdits: (actor, { importId }) => previewEdits(actor, { importId, edits: { version: 1, list: [] }, mapping: {} }),
  replanConflicts: (actor, { importId }) => replanConflicts(actor, { importId }),
  resumeImport: (actor, { importId }) => resumeImport(actor, { importId }),
  retryImport: (actor, { importId }) => retryImport(actor, { importId }),
  stopImport: (actor, { importId }) => stopImport(actor, { importId }),
  unlockImport: (actor, { importId }) => unlockImport(actor, { importId, password: 'x' }),
  countListValueUse: (actor, { listValueId }) => countListValueUse(actor, { listValueId }),
  changeListValue: (actor, { listValueId }) => changeListValue(actor, { listValueId, labels: {}, rank: 2 }),
  removeListValue: (actor, { listValueId }) => removeListValue(actor, { listValueId }),
  answerQuestion: (actor, { approvalId }) => answerQuestion(actor, { approvalId, text }),
  approveRequest: (actor, { approvalId }) => approveRequest(approver(actor), { approvalId, planHash }),
  askQuestion: (actor, { approvalId }) => askQuestion(approver(actor), { approvalId, text }),
  cancelRun: (actor, { approvalId }) => cancelRun(actor, { approvalId }),
  refuseRequest: (actor, { approvalId }) => refuseRequest(approver(actor), { approvalId, text }),
  withdrawRequest: (actor, { approvalId }) => withdrawRequest(actor, { approvalId }),
  getApproval: (actor, { importId }) => getApproval(actor, { importId }),
  getCertificate: (actor, { importId }) => getCertificate(actor, { importId }),
  requestApproval: (actor, { importId }) =>
    requestApproval(actor, { importId, planHash, basis: 'other', reason: 'For a good reason.', proof: '1 X' }),
  removeNumberRange: (actor, { numberRangeId }) => removeNumberRange(actor, { numberRangeId }),
  saveRecipe: (actor, { importId }) => saveRecipe(actor, { importId, name: 'Mine', mapping: { 0: 'EMAIL1' } }),
  getRecipe: (actor, { recipeId }) => getRecipe(actor, { recipeId }),
  renameRecipe: (actor, { recipeId }) => renameRecipe(actor, { recipeId, name: 'Another' }),
  restoreRecipe: (actor, { recipeId }) => restoreRecipe(actor, { recipeId, version: 1 }),
  exportRecipe: (actor, { recipeId }) => exportRecipe(actor, { recipeId }),
  deleteRecipe: (actor, { recipeId }) => deleteRecipe(actor, { recipeId }),
};

/** Use cases that take no id: what they list or make is the actor's own by its institution. */
const WITHOUT_ID = [
  'addListValue',
  'addNumberRange',
  'changeRemovalPolicy',
  'changeSettings',
  'exportEvents',
  'defineCriterion',
  'defineStructureType',
  'exportDefinitions',
  'getCriterion',
  'getDefiningRight',
  'setRetired',
  'importDefinitionFile',
  'listDefinitions',
  'planDefinitionFile',
  'setCriteriaPolicy',
  'weighRetirement',
  'getLists',
  'getSettings',
  'listEvents',
  'listListValues',
  'listNumberRanges',
  'listSalutations',
  'setSalutation',
  'simulateInactive',
  'verifyTrail',
  'createImport',
  'exportContacts',
  'importFile',
  'listContacts',
  'listImports',
  'listRecipes',
  'importRecipeFile',
  'planFile',
  'loadStanding',
];

let db: TestDatabase;
let owner: Actor;
let stranger: Actor;
let own: Ids;
const nobodys: Ids = {
  importId: 2_000_000_000,
  contactId: '999999999999',
  key: '',
  listValueId: 2_000_000_000,
  numberRangeId: 2_000_000_000,
  approvalId: 2_000_000_000,
  recipeId: 2_000_000_000,
};
beforeAll(async () => {
  db = await testDatabase();
  owner = await makeActor(db, { role: 'manager' });
  stranger = await makeActor(db, { role: 'manager' });
  const importId = await uploadedImport(owner, { bytes: 'EMAIL1\nada@example.org\n' });
  await runJobs();
  await db.ownerQuery("UPDATE import SET state = 'planned', plan_hash = $2 WHERE id = $1", [importId, planHash]);
  const [file] = await db.ownerQuery<{ key: string }>('SELECT key FROM stored_file');
  const insert =
    "INSERT INTO contact (institution_id, environment, number, kind, last_name) VALUES ($1, 'P', '1', 'individual', 'Lovelace') RETURNING id::text";
  const [contact] = await db.ownerQuery<{ id: string }>(insert, [owner.institutionId]);
  await addListValue(owner, { list: 'TITLE', code: 'DR', labels: {} });
  await addNumberRange(owner, { environment: 'P', first: '1', last: '2', label: '' });
  const [listValueId, numberRangeId] = [(await listListValues(owner))[0]?.id as number, (await listNumberRanges(owner))[0]?.id as number];
  const asked = `INSERT INTO approval (institution_id, import_id, plan_hash, plan, basis, reason, requester, requester_name)
    VALUES ($1, $2, $3, '{"perOperation":{},"blockers":[],"total":0,"shareOfBase":0,"rows":{"rows":0}}', 'other', 'A test.', 1, 'One') RETURNING id`;
  const [approval] = await db.ownerQuery<{ id: number }>(asked, [owner.institutionId, importId, planHash]);
  const approvalId = approval?.id as number;
  const recipe = `INSERT INTO recipe (institution_id, fingerprint, name, mapping, updated_by) VALUES ($1, $2, 'Theirs', '{"0": "EMAIL1"}', 1) RETURNING id`;
  const [named] = await db.ownerQuery<{ id: number }>(recipe, [owner.institutionId, planHash]);
  const recipeId = named?.id as number;
  await db.ownerQuery(
    "INSERT INTO recipe_version (institution_id, recipe_id, version, mapping, origin, made_by) VALUES ($1, $2, 1, '{}', 'saved', 1)",
    [owner.institutionId, recipeId],
  );
  own = { approvalId, recipeId, importId, contactId: contact?.id as string, key: file?.key as string, listValueId, numberRangeId };
  nobodys.key = own.key.replace(/[0-9a-f]/g, (digit) => (digit === '0' ? '1' : '0'));
});
afterAll(() => db.close());

const everything = () =>
  db.ownerQuery(
    'SELECT to_jsonb(i) AS import, (SELECT count(*)::int FROM audit_event) AS events, (SELECT jsonb_agg(r) FROM recipe r) AS recipes FROM import i',
  );

describe('ids of another institution', () => {
  it.each(Object.entries(BY_ID))('are to %s as if they did not exist, and nothing comes of them', async (_, call) => {
    const before = await everything();
    await expectForeign404(call, stranger, own, nobodys);
    expect(await everything()).toEqual(before);
  });

  // After the others: these may change what they find.
  it.each(Object.entries(BY_ID))('are found by %s in their own', async (_, call) => {
    await expectFound(call, owner, own);
  });

  it('are tried with every use case there is', () => {
    const sources = readdirSync('lib/server', { recursive: true, encoding: 'utf8' }).filter((path) => /(?<!\.test)\.ts$/.test(path));
    const declared = /^export (?:async )?function (\w+)\([^)]*\bactor: Actor\b/gm;
    const useCases = sources.flatMap((path) => [...readFileSync(join('lib/server', path), 'utf8').matchAll(declared)].map(([, name]) => name));
    expect(useCases.sort()).toEqual([...Object.keys(BY_ID), ...WITHOUT_ID].sort());
  });
});
