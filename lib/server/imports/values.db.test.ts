import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Mapping } from '@/lib/engine';
import type { Actor } from '@/lib/server/actor';
import { type TestDatabase, testDatabase } from '@/lib/testing/database';
import { makeActor } from '@/lib/testing/factories';
import { carryOut, makeReadImport, undisturbed } from '@/lib/testing/run-import';
import { acceptMapping } from './accept-mapping';
import { acceptValues } from './accept-values';
import { getImport } from './get-import';
import { getPlan } from './get-plan';
import { listProblems } from './list-problems';
import { listValues } from './list-values';
import { planImport } from './plan-import';

let db: TestDatabase;
let actor: Actor;
beforeAll(async () => {
  db = await testDatabase();
});
beforeEach(async () => {
  actor = await makeActor(db, { role: 'operator' });
});
afterAll(() => db.close());

const file = (...lines: string[]) => `${lines.join('\n')}\n`;
const plan = (importId: number) => planImport({ institutionId: actor.institutionId, importId }, undisturbed());
const MAPPING: Mapping = { 0: 'LASTNAME', 1: 'TITLE', 2: 'CNIL_O' };
const people = (...rows: string[]) => makeReadImport(actor, file('Nom;Civ;Newsletter', ...rows));
const titles = () =>
  db.ownerQuery<{ title: string | null; count: number }>(
    'SELECT title, count(*)::int AS count FROM contact WHERE institution_id = $1 GROUP BY 1 ORDER BY 1 NULLS LAST',
    [actor.institutionId],
  );

/** Accepts a mapping as the Map step does. */
const accept = (importId: number, mapping = MAPPING) => acceptMapping(actor, { importId, mapping, asks: true });

describe('values that nobody knows', () => {
  it('are asked once for all rows before the plan is made, and what is said reaches every row', async () => {
    const rows = Array.from({ length: 5_000 }, (_, at) => `x;${['Mme', 'Me', 'me.', 'Cptn'][at % 4]};${at % 2 ? 'oui' : 'non'}`);
    const importId = await people(...rows);
    expect(await accept(importId)).toBe('values');
    expect(await getImport(actor, { importId })).toMatchObject({ state: 'mapped', planHash: null, counts: null });
    const { columns } = await listValues(actor, { importId });
    expect(columns).toMatchObject([
      {
        field: 'TITLE',
        rows: [
          { value: 'Me', count: 2_500, reading: { kind: 'unknown' } },
          { value: 'Cptn', count: 1_250, reading: { kind: 'unknown' } },
          { value: 'Mme', count: 1_250, reading: { kind: 'taken', value: 'MRS', by: 'words' } },
        ],
      },
      {
        field: 'CNIL_O',
        rows: [
          { value: 'non', count: 2_500, reading: { kind: 'proposed', value: 'FALSE' } },
          { value: 'oui', count: 2_500, reading: { kind: 'proposed', value: 'TRUE' } },
        ],
      },
    ]);
    await acceptValues(actor, {
      importId,
      answers: [
        { column: 1, values: { Me: 'MR', Cptn: '' } },
        { column: 2, values: { oui: 'TRUE', non: 'FALSE' } },
      ],
    });
    await plan(importId);
    expect(await listProblems(actor, { importId })).toEqual([]);
    await carryOut(actor, importId);
    expect(await titles()).toEqual([
      { title: 'MR', count: 2_500 },
      { title: 'MRS', count: 1_250 },
      { title: 'UNDEFINED', count: 1_250 },
    ]);
  });

  it('are not asked again of the next file with the same columns, unless it brings others', async () => {
    const first = await people('a;Me;oui');
    await accept(first);
    await acceptValues(actor, {
      importId: first,
      answers: [
        { column: 1, values: { Me: 'Me' } },
        { column: 2, values: { oui: 'TRUE' } },
      ],
    });
    const again = await people('b;ME;Oui');
    const { suggestedEdits } = await getImport(actor, { importId: again });
    expect(await acceptMapping(actor, { importId: again, mapping: MAPPING, edits: suggestedEdits, asks: true })).toBe('plan');
    const other = await people('c;Me;vielleicht');
    expect(await acceptMapping(actor, { importId: other, mapping: MAPPING, edits: suggestedEdits, asks: true })).toBe('values');
  });

  it('do not keep a file waiting that nobody sits before, nor one that has none', async () => {
    const importId = await people('a;Me;oui');
    expect(await acceptMapping(actor, { importId, mapping: MAPPING })).toBe('plan');
    expect(await accept(await people('a;Mme;TRUE'))).toBe('plan');
  });

  it('can be answered otherwise once the plan is made, which is made anew', async () => {
    const importId = await people('a;Me;TRUE');
    await accept(importId);
    await acceptValues(actor, { importId, answers: [{ column: 1, values: { Me: 'MR' } }] });
    await plan(importId);
    const { planHash } = await getImport(actor, { importId });
    expect((await listValues(actor, { importId })).columns[0]?.rows[0]).toMatchObject({ answer: 'MR', reading: { kind: 'taken', value: 'MR' } });
    await acceptValues(actor, { importId, answers: [{ column: 1, values: { Me: null } }] });
    await plan(importId);
    expect((await getImport(actor, { importId })).planHash).not.toBe(planHash);
    expect(await listProblems(actor, { importId })).toMatchObject([{ code: 'unknown-title', count: 1 }]);
  });

  it('are shown for a mapping that is not accepted yet', async () => {
    const importId = await people('a;Me;oui');
    expect((await listValues(actor, { importId })).columns).toEqual([]);
    const { columns } = await listValues(actor, { importId, mapping: { 2: 'SMS_MMS' } });
    expect(columns).toMatchObject([{ column: 2, field: 'SMS_MMS', rows: [{ value: 'oui', reading: { kind: 'proposed', value: 'TRUE' } }] }]);
  });

  it('are refused before there is a mapping, and where an answer names no column of a file', async () => {
    const importId = await people('a;Me;oui');
    await expect(acceptValues(actor, { importId, answers: [] })).rejects.toMatchObject({ code: 'not-mapped' });
    await accept(importId);
    await expect(acceptValues(actor, { importId, answers: [{ column: 99_999, values: { Me: 'MR' } }] })).rejects.toMatchObject({
      code: 'edits-unusable',
    });
  });
});

describe('a criterion value that nobody defined', () => {
  const mapping: Mapping = { 0: 'LASTNAME', 1: 'CRIT01' };
  const answers = [{ column: 1, values: { Opéra: 'PREF=Opera', Jazz: 'PREF=Jazz' } }];
  const given = async (who: Actor) => {
    const importId = await makeReadImport(who, file('Nom;Goût', 'a;Opéra', 'b;Jazz'));
    await acceptMapping(who, { importId, mapping, asks: true });
    return importId;
  };

  it('is defined with the import where that is chosen, and stands in the plan', async () => {
    const importId = await given(actor);
    await acceptValues(actor, { importId, answers, defineUnknown: true });
    await plan(importId);
    expect((await getPlan(actor, { importId })).definitions).toMatchObject([
      { code: 'PREF', value: '' },
      { code: 'PREF', value: 'Opera' },
      { code: 'PREF', value: 'Jazz' },
    ]);
  });

  it('refuses its rows where it is not', async () => {
    const importId = await given(actor);
    await acceptValues(actor, { importId, answers });
    await plan(importId);
    expect(await listProblems(actor, { importId })).toMatchObject([{ code: 'unknown-criterion', count: 2 }]);
  });

  it('is defined by nobody who may not', async () => {
    const importer = await makeActor(db, { role: 'importer' });
    const importId = await given(importer);
    expect((await listValues(importer, { importId })).mayDefine).toBe(false);
    await expect(acceptValues(importer, { importId, answers, defineUnknown: true })).rejects.toMatchObject({ code: 'forbidden' });
  });
});
