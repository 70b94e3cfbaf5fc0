import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/server/actor';
import { takeLease } from '@/lib/server/jobs/lease';
import { type TestDatabase, testDatabase } from '@/lib/testing/database';
import { makeActor } from '@/lib/testing/factories';
import { makePlannedImport } from '@/lib/testing/run-import';
import { acceptMapping } from './accept-mapping';
import { getImport } from './get-import';
import { listChanges } from './list-changes';
import { planFile } from './plan-file';
import type { PlannedLine } from './planned-lines';

let db: TestDatabase;
let actor: Actor;
beforeAll(async () => {
  db = await testDatabase();
  actor = await makeActor(db);
});
afterAll(() => db.close());

const folder = mkdtempSync(join(tmpdir(), 'foyer-plan-file-'));

async function planned(content: string, who = actor) {
  const path = join(folder, 'members.csv');
  writeFileSync(path, content);
  const lines: PlannedLine[] = [];
  const plan = await planFile(who, { path, environment: 'P' }, (some) => lines.push(...some));
  return { ...plan, lines };
}

const MEMBERS = `CONTACT_NR,LASTNAME,EMAIL1,OFFICIAL_NAME
1,Lovelace,ada@example.org,
,Turing,,Computing Choir
,Hopper,grace@example.org,
,Hopper,grace@example.org,
`;

describe('planFile', () => {
  it('says what the import of the same file is planned to do', async () => {
    const { lines, counts } = await planned(MEMBERS);
    const importId = await makePlannedImport(actor, MEMBERS, { environment: 'P' });
    const { changes } = await listChanges(actor, { importId });
    expect((await getImport(actor, { importId })).counts).toEqual(counts);
    expect(counts).toMatchObject({ rows: 4, created: 3, merged: 1 });
    const ofContacts = lines.filter(({ part }) => part !== null);
    expect(ofContacts.map(({ row, part, kind, contactNr }) => [row, part, kind, contactNr])).toEqual(
      changes.map(({ row, part, kind, contactNumber }) => [row, part, kind, contactNumber]),
    );
    expect(ofContacts.map(({ fields }) => Object.fromEntries(Object.entries(fields).map(([code, [, after]]) => [code, after])))).toEqual(
      changes.map(({ after }) => after),
    );
  });

  it('takes the mapping that was last accepted for the header', async () => {
    const importId = await makePlannedImport(actor, 'Wer,Was\nada@example.org,x\n', { mapping: { 0: 'EMAIL1', 1: 'REMARK' } });
    await acceptMapping(actor, { importId, mapping: { 0: 'EMAIL2', 1: 'LASTNAME' } });
    const { suggestions } = await planned('Wer,Was\nada@example.org,x\n');
    expect(suggestions.map(({ field, reason }) => [field, reason])).toEqual([
      ['EMAIL2', 'remembered'],
      ['LASTNAME', 'remembered'],
    ]);
  });

  it.each([
    ['', 'empty-file'],
    ['EMAIL1\n', 'no-rows'],
    ['Colour,Shape\nred,round\n', 'mapping-empty'],
    ['%PDF-1.7\n', 'unsupported-format'],
  ])('refuses %j as %s', async (content, code) => {
    await expect(planned(content)).rejects.toMatchObject({ name: 'AppError', code });
  });

  it('is for those who may import', async () => {
    await expect(planned(MEMBERS, { ...actor, roles: ['approver'] })).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('waits for an import that is being applied in the institution', async () => {
    const lease = await takeLease([{ kind: 'institution', id: actor.institutionId }]);
    let ended = false;
    const waiting = planned(MEMBERS).finally(() => {
      ended = true;
    });
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    expect(ended).toBe(false);
    await lease?.release();
    expect((await waiting).counts.rows).toBe(4);
  });
});
