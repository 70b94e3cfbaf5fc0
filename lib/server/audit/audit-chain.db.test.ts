import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/server/actor';
import { inScope } from '@/lib/server/database/scope';
import { type TestDatabase, testDatabase } from '@/lib/testing/database';
import { makeActor } from '@/lib/testing/factories';
import { exportEvents } from './export-events';
import { listEvents } from './list-events';
import { recordEvent } from './record-event';
import type { Anchor } from './verify-chain';
import { verifyTrail } from './verify-trail';
import { verifyTrails } from './verify-trails';
import { writeEvents } from './write-events';

let db: TestDatabase;
let actor: Actor;
let other: Actor;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());

const record = (who: Actor, count: number, action = 'import.create') =>
  inScope({ kind: 'institution', institutionId: who.institutionId, userId: who.userId }, async (tx) => {
    for (let index = 1; index <= count; index++) await recordEvent(tx, { action, subject: `import:${index}`, details: { size: index, b: true } });
  });

/** What only an owner who means harm can do: with the guards off. */
async function tamper(sql: string, params: unknown[] = []): Promise<void> {
  for (const table of ['audit_event', 'audit_link']) await db.ownerQuery(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
  await db.ownerQuery(sql, params);
  for (const table of ['audit_event', 'audit_link']) await db.ownerQuery(`ALTER TABLE ${table} ENABLE TRIGGER USER`);
}

const eventAt = async (place: number) =>
  (
    await db.ownerQuery<{ id: string }>('SELECT event_id::text AS id FROM audit_link WHERE institution_id = $1 AND place = $2', [
      actor.institutionId,
      place,
    ])
  )[0]?.id;

beforeEach(async () => {
  actor = await makeActor(db, { role: 'manager' });
  other = await makeActor(db, { role: 'manager' });
  await record(actor, 5);
  await record(other, 2);
});

const findings = async () => (await verifyTrail(actor)).findings.map(({ kind, place, eventId }) => ({ kind, place, eventId }));

describe('the chain of the audit trail', () => {
  it('holds as it was written, each institution’s by itself', async () => {
    expect(await verifyTrail(actor)).toMatchObject({ events: 5, head: { place: 5 }, findings: [] });
    expect(await verifyTrail(other)).toMatchObject({ events: 2, head: { place: 2 }, findings: [] });
  });

  it('is one line, however many write at the same time', async () => {
    await Promise.all(Array.from({ length: 12 }, () => record(actor, 3)));
    expect(await verifyTrail(actor)).toMatchObject({ events: 41, head: { place: 41 }, findings: [] });
  });

  it('names an event that was changed', async () => {
    const eventId = await eventAt(3);
    await tamper(`UPDATE audit_event SET details = '{"size": 99}' WHERE id = $1`, [eventId]);
    expect(await findings()).toEqual([{ kind: 'event-changed', place: 3, eventId }]);
  });

  it.each([
    ['who acted', 'user_id = 0'],
    ['what happened', `action = 'import.cancel'`],
    ['what it happened to', `subject = NULL`],
    ['when it happened', `at = at + interval '1 millisecond'`],
  ])('covers %s', async (_, set) => {
    const eventId = await eventAt(2);
    await tamper(`UPDATE audit_event SET ${set} WHERE id = $1`, [eventId]);
    expect(await findings()).toEqual([{ kind: 'event-changed', place: 2, eventId }]);
  });

  it('names an event that was taken out, and one that was taken out with its link', async () => {
    const [second, fourth] = [await eventAt(2), await eventAt(4)];
    await tamper('DELETE FROM audit_event WHERE id = ANY($1::bigint[])', [[second, fourth]]);
    await tamper('DELETE FROM audit_link WHERE event_id = $1', [fourth]);
    expect(await findings()).toEqual([
      { kind: 'event-missing', place: 2, eventId: second },
      { kind: 'link-missing', place: 4, eventId: null },
    ]);
  });

  it('names an event that was slipped in', async () => {
    await tamper(`INSERT INTO audit_event (institution_id, action) VALUES ($1, 'import.confirm')`, [actor.institutionId]);
    expect(await findings()).toMatchObject([{ kind: 'event-unlinked', place: null }]);
  });

  it('names events that changed places', async () => {
    const [second, third] = [await eventAt(2), await eventAt(3)];
    await tamper('UPDATE audit_link SET place = -place WHERE event_id = ANY($1::bigint[])', [[second, third]]);
    await tamper('UPDATE audit_link SET place = CASE WHEN place = -2 THEN 3 ELSE 2 END WHERE place < 0');
    expect((await findings()).map(({ kind, place }) => [kind, place])).toEqual([
      ['link-changed', 2],
      ['link-changed', 3],
      ['link-changed', 4],
    ]);
  });

  it('names what was noted of it, when its end was cut off and all links made anew', async () => {
    const noted = (await verifyTrail(actor)).head as Anchor;
    const fifth = await eventAt(5);
    await tamper('DELETE FROM audit_link WHERE event_id = $1', [fifth]);
    await tamper('DELETE FROM audit_event WHERE id = $1', [fifth]);
    expect(await findings()).toEqual([]);
    const anchored = await inScope({ kind: 'staff', userId: 0 }, async () => verifyTrails({ anchor: noted }));
    const [code] = await db.ownerQuery<{ code: string }>('SELECT code FROM institution WHERE id = $1', [actor.institutionId]);
    expect(anchored.find((trail) => trail.code === code?.code)?.verified.findings).toEqual([{ kind: 'anchor-missing', place: 5, eventId: null }]);
  });

  it('cannot be changed by the owner without turning its guard off', async () => {
    for (const sql of [
      'DELETE FROM audit_event',
      `UPDATE audit_event SET action = 'x'`,
      'TRUNCATE audit_event',
      'DELETE FROM audit_link',
      'TRUNCATE audit_link',
    ])
      await expect(db.ownerQuery(sql)).rejects.toThrow(/only ever added to/);
  });

  it('covers events of no institution in a chain of their own', async () => {
    await inScope({ kind: 'staff', userId: actor.userId }, (tx) => recordEvent(tx, { action: 'session.open' }));
    const none = (await verifyTrails({})).find(({ code }) => code === null);
    expect(none?.verified).toMatchObject({ findings: [] });
    expect(none?.verified.events).toBeGreaterThan(0);
  });

  it('waits for nobody before the commit: an event that is written first holds up no other', async () => {
    const scope = { kind: 'institution', institutionId: actor.institutionId, userId: actor.userId } as const;
    await inScope(scope, async (tx) => {
      await recordEvent(tx, { action: 'import.create' });
      // Would wait for ever if the first held the chain already.
      await record(actor, 1);
    });
    expect(await verifyTrail(actor)).toMatchObject({ events: 7, findings: [] });
  });

  it('is followed page by page', async () => {
    await db.ownerQuery(
      `INSERT INTO audit_event (institution_id, action, details) SELECT $1, 'import.create', jsonb_build_object('n', n) FROM generate_series(1, 5200) n`,
      [actor.institutionId],
    );
    expect(await verifyTrail(actor)).toMatchObject({ events: 5205, head: { place: 5205 }, findings: [] });
    const eventId = await eventAt(5001);
    await tamper(`UPDATE audit_event SET details = '{}' WHERE id = $1`, [eventId]);
    expect(await findings()).toEqual([{ kind: 'event-changed', place: 5001, eventId }]);
  });
});

describe('who looks for events', () => {
  it('finds them by what happened, to what, and when, newest first', async () => {
    await record(actor, 1, 'import.confirm');
    const { total, events, actions } = await listEvents(actor, {});
    expect([total, events[0]?.action, actions]).toEqual([6, 'import.confirm', ['import.confirm', 'import.create']]);
    expect((await listEvents(actor, { action: 'import.confirm' })).events).toMatchObject([{ subject: 'import:1', place: 6, userId: actor.userId }]);
    expect((await listEvents(actor, { subject: 'import:3' })).total).toBe(1);
    expect((await listEvents(actor, { to: '2000-01-01' })).total).toBe(0);
    expect((await listEvents(actor, { from: '2000-01-01' })).total).toBe(6);
  });

  it('exports them in their order as CSV or as lines of JSON, and that is an event too', async () => {
    const lines = (await text(writeEvents(await exportEvents(actor, { action: 'import.create' }), 'jsonl'))).trim().split('\n');
    expect(lines.map((line) => JSON.parse(line).place)).toEqual([1, 2, 3, 4, 5]);
    const csv = await text(writeEvents(await exportEvents(actor), 'csv'));
    expect(csv.split('\r\n')[1]).toMatch(/^1;\d+;[\d-]+T[\d:.]+Z;\d+;Somebody;import\.create;import:1;"\{""b"":true,""size"":1\}";[0-9a-f]{64}$/);
    expect((await listEvents(actor, { action: 'audit.export' })).total).toBe(2);
  });

  it('may be a manager, and no importer', async () => {
    const importer = await makeActor(db, { role: 'importer', institutionId: actor.institutionId });
    for (const use of [listEvents, exportEvents, verifyTrail]) await expect(use(importer)).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('is not told of another institution', async () => {
    expect((await listEvents(other)).total).toBe(2);
    const seen = await inScope(
      { kind: 'institution', institutionId: other.institutionId },
      async (tx) => tx.$queryRaw<unknown[]>`SELECT FROM audit_link WHERE institution_id <> ${other.institutionId}`,
    );
    expect(seen).toEqual([]);
  });

  it('learns from the chain itself that nothing is there', async () => {
    const nobody = await makeActor(db, { role: 'manager' });
    expect(await verifyTrail(nobody)).toEqual({ events: 0, head: null, findings: [] });
  });
});
