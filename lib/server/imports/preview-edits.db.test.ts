import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Edit, FIRST_MADE_COLUMN as MADE } from '@/lib/engine';
import type { Actor } from '@/lib/server/actor';
import { type TestDatabase, testDatabase } from '@/lib/testing/database';
import { makeActor } from '@/lib/testing/factories';
import { makeReadImport } from '@/lib/testing/run-import';
import { previewEdits } from './preview-edits';

let db: TestDatabase;
let actor: Actor;
beforeAll(async () => {
  db = await testDatabase();
  actor = await makeActor(db);
});
afterAll(() => db.close());

const tried = async (importId: number, ...list: Edit[]) => previewEdits(actor, { importId, edits: { version: 1, list }, mapping: {} });

describe('a preview of edits', () => {
  it('counts what each changes after those before it, and shows the first of it', async () => {
    const rows = ['DUPONT Jean', 'Anna Müller', 'Anna Müller', 'Gabriel García Márquez', '', ...Array.from({ length: 10 }, (_, at) => `x${at}`)];
    const importId = await makeReadImport(actor, `Name;n\n${rows.map((name) => `${name};`).join('\n')}\n`);
    const [upper, split] = [
      { op: 'replace', column: 0, find: 'x', with: 'y' } as const,
      { op: 'split-name', column: 0, into: [MADE, MADE + 1, MADE + 2] } as const,
    ];
    const { edits, ...seen } = await tried(importId, upper, split as Edit);
    expect(seen).toEqual({ rows: 15, complete: true });
    expect(edits[0]).toMatchObject({ changed: 10, told: 0, examples: { length: 5, 0: { row: 7, before: ['x0'], after: ['y0'] } } });
    // Names with digits stay whole, as those with two readings do.
    expect(edits[1]).toMatchObject({ changed: 14, told: 11 });
    expect(edits[1]?.examples.slice(0, 3)).toEqual([
      { row: 2, before: ['DUPONT Jean'], after: ['DUPONT', 'Jean', ''] },
      { row: 3, before: ['Anna Müller'], after: ['Müller', 'Anna', ''] },
      { row: 5, before: ['Gabriel García Márquez'], after: ['Gabriel García Márquez', '', ''] },
    ]);
  });

  it('refuses what cannot be carried out', async () => {
    const importId = await makeReadImport(actor, 'a\n1\n');
    await expect(tried(importId, { op: 'regex-replace', column: 0, pattern: '[', with: '' })).rejects.toMatchObject({ code: 'edits-unusable' });
  });
});
