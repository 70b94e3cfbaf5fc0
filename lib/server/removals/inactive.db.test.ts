import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/server/actor';
import { getImport } from '@/lib/server/imports/get-import';
import { fileStore } from '@/lib/server/storage/file-store';
import { type TestDatabase, testDatabase } from '@/lib/testing/database';
import { makeActor } from '@/lib/testing/factories';
import { runJobs } from '@/lib/testing/imports';
import { getRemovalSummary } from './get-removal-summary';
import { monthsBefore } from './inactive-rule';
import { planByRule } from './plan-by-rule';
import { simulateInactive } from './simulate-inactive';
import { simulateOnSchedule } from './simulate-on-schedule';

const NOW = new Date('2026-11-25T00:00:00Z');

let db: TestDatabase;
let actor: Actor;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());
beforeEach(async () => {
  actor = await makeActor(db, { role: 'manager' });
});

interface Known {
  kind?: 'individual' | 'relay' | 'structure';
  created?: string;
  updated?: string;
  byImport?: number | null;
  consent?: { date: string; email: boolean };
  erasure?: 'ANONYMIZE' | null;
  standing?: { sales?: number; lastPurchase?: string | null; balance?: number; openOrders?: number; beneficiary?: boolean } | null;
}

let numbers = 1;

async function makeContact({
  kind = 'individual',
  created = '2010-01-01',
  updated = created,
  byImport = null,
  consent,
  erasure = null,
  standing = {},
}: Known) {
  const number = String(numbers++);
  const [made] = await db.ownerQuery<{ id: string }>(
    `INSERT INTO contact (institution_id, environment, number, kind, last_name, created_at, updated_at, updated_by_import, erasure)
     VALUES ($1, 'P', $2, $3, 'Somebody', $4, $5, $6, $7) RETURNING id`,
    [actor.institutionId, number, kind, created, updated, byImport, erasure],
  );
  if (consent)
    await db.ownerQuery('INSERT INTO contact_authorizations (institution_id, contact_id, consent_date, email) VALUES ($1, $2, $3, $4)', [
      ...[actor.institutionId, made?.id],
      ...[consent.date, consent.email],
    ]);
  if (standing)
    await db.ownerQuery(
      `INSERT INTO contact_standing (institution_id, contact_id, sales, last_purchase, balance, open_orders, beneficiary, changed_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, '2020-01-01')`,
      [
        ...[actor.institutionId, made?.id, standing.sales ?? 0, standing.lastPurchase ?? null],
        ...[standing.balance ?? 0, standing.openOrders ?? 0, standing.beneficiary ?? false],
      ],
    );
  return number;
}

const listOf = async (importId: number) => {
  const [file] = await db.ownerQuery<{ key: string }>('SELECT f.key FROM import i JOIN stored_file f ON f.id = i.file_id WHERE i.id = $1', [
    importId,
  ]);
  const local = await fileStore().local(file?.key ?? '');
  return readFileSync(local.path, 'utf8').trim().split('\r\n').slice(1);
};

const hits = async (): Promise<string[]> => {
  const { importId } = await simulateInactive(actor, { environment: 'P' }, NOW).catch((error) => {
    if (error.code === 'inactive-nobody') return { importId: 0 };
    throw error;
  });
  return importId === 0 ? [] : (await listOf(importId)).map((line) => line.split(';')[2] ?? '');
};

describe('the rule for inactive contacts', () => {
  const sold = (lastPurchase: string | null) => ({ sales: 2, lastPurchase });
  it.each<[string, Known, boolean]>([
    ['a prospect of whom nothing was heard for 36 months', { created: '2023-11-24' }, true],
    ['a prospect a day younger', { created: '2023-11-26' }, false],
    ['a customer whose last purchase is ten years ago', { standing: sold('2016-11-24') }, true],
    ['a customer whose last purchase is nine years ago', { standing: sold('2017-11-24') }, false],
    ['a customer whose last purchase nobody knows', { standing: sold(null) }, false],
    ['somebody who had a ticket that another one bought', { standing: { beneficiary: true } }, false],
    ['a contact whose standing is unknown', { standing: null }, false],
    ['a debtor', { standing: { balance: -1 } }, false],
    ['a creditor', { standing: { balance: 1 } }, false],
    ['somebody who waits for an order', { standing: { openOrders: 1 } }, false],
    ['a structure', { kind: 'structure' }, false],
    ['a relay', { kind: 'relay' }, true],
    ['somebody whom a person changed last month', { updated: '2026-10-25' }, false],
    ['somebody whom an import changed last month', { updated: '2026-10-25', byImport: 7 }, true],
    ['somebody who consented last year', { consent: { date: '2025-11-25', email: true } }, false],
    ['somebody who refused last year', { consent: { date: '2025-11-25', email: false } }, true],
    ['somebody who is anonymized', { erasure: 'ANONYMIZE' }, false],
  ])('%s', async (_, known, isHit) => {
    const number = await makeContact(known);
    expect(await hits()).toEqual(isHit ? [number] : []);
  });

  it('is as the institution decided', async () => {
    const number = await makeContact({ created: '2026-01-01' });
    expect(await hits()).toEqual([]);
    await db.ownerQuery(`UPDATE institution SET settings = '{"inactiveProspectMonths": 6}' WHERE id = $1`, [actor.institutionId]);
    expect(await hits()).toEqual([number]);
  });

  it.each([
    ['2026-03-31T00:00:00.000Z', 1, '2026-02-28T00:00:00.000Z'],
    ['2028-02-29T12:00:00.000Z', 36, '2025-02-28T12:00:00.000Z'],
    ['2026-11-25T00:00:00.000Z', 36, '2023-11-25T00:00:00.000Z'],
  ])('counts months of the calendar: before %s, %i months', (iso, months, before) => {
    expect(monthsBefore(iso, months).toISOString()).toBe(before);
  });
});

describe('the removal that the rule plans', () => {
  it('is a simulation of anonymizing, planned by itself and carried out by nobody', async () => {
    for (let index = 0; index < 3; index++) await makeContact({});
    const { importId } = await simulateInactive(actor, { environment: 'P' }, NOW);
    await runJobs();
    await planByRule();
    await runJobs();
    expect(await getImport(actor, { importId })).toMatchObject({
      purpose: 'removal',
      state: 'planned',
      approval: null,
      fileName: 'inactive-2026-11-25.csv',
      inactiveRule: { prospectMonths: 36, customerMonths: 120, asOf: NOW.toISOString() },
    });
    expect((await getRemovalSummary(actor, { importId })).perOperation).toMatchObject({ ANONYMIZE: 3, DROP: 0 });
    const [left] = await db.ownerQuery("SELECT count(*)::int AS count FROM contact WHERE institution_id = $1 AND last_name = 'Somebody'", [
      actor.institutionId,
    ]);
    expect(left).toEqual({ count: 3 });
  });

  it('is a manager’s or an operator’s to ask for', async () => {
    const importer = await makeActor(db, { role: 'importer', institutionId: actor.institutionId });
    await expect(simulateInactive(importer, { environment: 'P' }, NOW)).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('says when nobody is inactive', async () => {
    await expect(simulateInactive(actor, { environment: 'P' }, NOW)).rejects.toMatchObject({ code: 'inactive-nobody' });
  });
});

describe('the schedule', () => {
  const simulated = async () =>
    (await db.ownerQuery(`SELECT FROM audit_event WHERE institution_id = $1 AND action = 'inactive.simulate'`, [actor.institutionId])).length;
  const every = (days: number) =>
    db.ownerQuery(`UPDATE institution SET settings = jsonb_build_object('inactiveEveryDays', $2::int) WHERE id = $1`, [actor.institutionId, days]);
  const inDays = (days: number) => new Date(Date.now() + days * 24 * 3_600_000);

  it('simulates every so many days, once, however many workers look', async () => {
    await makeContact({});
    await every(30);
    await Promise.all([simulateOnSchedule(inDays(0)), simulateOnSchedule(inDays(0)), simulateOnSchedule(inDays(0))]);
    expect(await simulated()).toBe(1);
    await simulateOnSchedule(inDays(29));
    expect(await simulated()).toBe(1);
    await simulateOnSchedule(inDays(31));
    expect(await simulated()).toBe(2);
    await every(0);
  });

  it('is nobody’s unless policy says so', async () => {
    await makeContact({});
    await simulateOnSchedule(inDays(0));
    expect(await simulated()).toBe(0);
  });
});
