import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runFoyer } from '@/cli/run-command.fixture';
import { recordEvent } from '@/lib/server/audit/record-event';
import { inScope } from '@/lib/server/database/scope';
import { type TestDatabase, testDatabase } from '@/lib/testing/database';
import { makeInstitution } from '@/lib/testing/factories';

let db: TestDatabase;
let institutionId: number;
beforeAll(async () => {
  db = await testDatabase();
  institutionId = (await makeInstitution(db, { code: 'LAC' })).id;
  await makeInstitution(db, { code: 'BUEHNE' });
  await inScope({ kind: 'institution', institutionId }, async (tx) => {
    for (let index = 1; index <= 3; index++) await recordEvent(tx, { action: 'import.create', subject: `import:${index}` });
  });
});
afterAll(() => db.close());

describe('foyer audit verify', () => {
  it('says of every institution that its trail is as it was written, with the hash of the last place', () => {
    const { status, stdout } = runFoyer(db, 'audit', 'verify');
    expect(status).toBe(0);
    expect(stdout).toMatch(
      /^BUEHNE: 0 events, all as they were written\nLAC: 3 events, all as they were written, last place 3:[0-9a-f]{64}\n\(no institution\): /,
    );
  });

  it('names the event that was tampered with, and ends with 1', async () => {
    const [second] = await db.ownerQuery<{ id: string }>('SELECT event_id::text AS id FROM audit_link WHERE institution_id = $1 AND place = 2', [
      institutionId,
    ]);
    await db.ownerQuery('ALTER TABLE audit_event DISABLE TRIGGER USER');
    await db.ownerQuery(`UPDATE audit_event SET subject = 'import:99' WHERE id = $1`, [second?.id]);
    const { status, stdout } = runFoyer(db, 'audit', 'verify', '--institution', 'LAC');
    expect([status, stdout]).toEqual([1, expect.stringContaining(`  place 2, event ${second?.id} was changed after it was written\n`)]);
    const json = runFoyer(db, 'audit', 'verify', '--institution', 'LAC', '--json');
    expect(JSON.parse(json.stdout)).toMatchObject({
      institution: 'LAC',
      events: 3,
      findings: [{ kind: 'event-changed', place: 2, eventId: second?.id }],
    });
  });

  it('says when what was noted of it is no longer there', () => {
    const { status, stdout } = runFoyer(db, 'audit', 'verify', '--institution', 'BUEHNE', '--anchor', `7:${'a'.repeat(64)}`);
    expect([status, stdout]).toEqual([1, expect.stringContaining('place 7 is not what was noted of it')]);
  });

  it.each([[[]], [['check']], [['verify', '--anchor', '1:x']], [['verify', '--anchor', `1:${'a'.repeat(64)}`]]])('explains its use: %j', (args) => {
    const { status, stderr } = runFoyer(db, 'audit', ...args);
    expect([status, stderr]).toEqual([2, expect.stringContaining('Usage: foyer audit verify')]);
  });
});
