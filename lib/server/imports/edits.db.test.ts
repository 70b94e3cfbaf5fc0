import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Edit, type Edits, FIRST_MADE_COLUMN as MADE, type Mapping } from '@/lib/engine';
import type { Actor } from '@/lib/server/actor';
import { digestOfContacts } from '@/lib/testing/contacts-digest';
import { type TestDatabase, testDatabase } from '@/lib/testing/database';
import { makeActor } from '@/lib/testing/factories';
import { confirm, makePlannedImport, makeReadImport, runImport, undisturbed } from '@/lib/testing/run-import';
import { acceptMapping } from './accept-mapping';
import { applyImport } from './apply-import';
import { getImport } from './get-import';
import { getPlan } from './get-plan';
import { listProblems } from './list-problems';
import { listRows } from './list-rows';
import { planImport } from './plan-import';
import { replanConflicts } from './replan-conflicts';

let db: TestDatabase;
let actor: Actor;
beforeAll(async () => {
  db = await testDatabase();
});
beforeEach(async () => {
  actor = await makeActor(db);
});
afterAll(() => db.close());

const file = (...lines: string[]) => `${lines.join('\n')}\n`;
const edits = (...list: Edit[]): Edits => ({ version: 1, list });
const names = async () =>
  (
    await db.ownerQuery<{ name: string }>(`SELECT concat_ws(' ', first_name, last_name) AS name FROM contact WHERE institution_id = $1 ORDER BY 1`, [
      actor.institutionId,
    ])
  ).map(({ name }) => name);

/** More than the chunks of one thread, so that groups reach over the borders of chunks and of what several threads do. */
const ROWS = 22_000;
/** Rows of a group: no divisor of a chunk's. */
const GROUP = 773;

const isFirst = (at: number) => at % GROUP === 0;
const town = (at: number) => `Town ${Math.floor(at / GROUP)}`;
const number = (at: number) => `0${140_000_000 + at}`;

/** A file as somebody keeps it, and the same file edited by hand. Every third row is about a contact that is there already. */
const KEPT = Array.from(
  { length: ROWS },
  (_, at) => `MARTIN ${at % 3 === 0 ? '' : ' '}X;${isFirst(at) ? town(at) : ''};${at + 1};rue Y;${at};n/a;${number(at)} / 06 12 34 56 78`,
);
const BY_HAND = Array.from({ length: ROWS }, (_, at) => `Martin X;${town(at)};${at + 1};rue Y ${at};;${number(at)}`);
const KNOWN = Array.from({ length: ROWS / 2 }, (_, at) => `${2 * at + 1};Somebody`);

const LIST: Edit[] = [
  { op: 'trim', column: 0 },
  { op: 'case', column: 0, to: 'name' },
  { op: 'fill-down', column: 1 },
  { op: 'join', columns: [3, 4], with: ' ', into: MADE },
  { op: 'clear', column: 5, values: ['N/A'] },
  { op: 'split-phones', column: 6, into: [MADE + 1] },
];
const MAPPING: Mapping = { 0: 'LASTNAME', 1: 'TOWN', 2: 'CONTACT_NR', 5: 'FUNCTION', [MADE]: 'LINE1', [MADE + 1]: 'TELEPHONE' };

describe('a file with edits', () => {
  it('comes to the very contacts that the file edited by hand comes to', async () => {
    const other = await makeActor(db);
    const known = file('CONTACT_NR;LASTNAME', ...KNOWN);
    await Promise.all([runImport(actor, known), runImport(other, known)]);
    const edited = await runImport(actor, file('a;b;c;d;e;f;g', ...KEPT), { mapping: MAPPING, edits: edits(...LIST) });
    const byHand = await runImport(other, file('LASTNAME;TOWN;CONTACT_NR;LINE1;FUNCTION;TELEPHONE', ...BY_HAND));
    expect(edited.counts).toMatchObject({ rows: ROWS, created: ROWS / 2, updated: ROWS / 2 });
    expect(byHand.counts).toEqual(edited.counts);
    expect(await digestOfContacts(db, actor.institutionId)).toBe(await digestOfContacts(db, other.institutionId));
    // The rows that are shown are those of the file, and what was left out is told at its column.
    expect((await listRows(actor, { importId: edited.id, limit: 1 })).rows[0]?.cells).toEqual(KEPT[0]?.split(';'));
    expect(await listProblems(actor, { importId: edited.id })).toMatchObject([{ code: 'further-value', field: 'TELEPHONE', column: 6, count: ROWS }]);
  }, 120_000);

  it('whose row met a changed contact is planned again with what rows before it gave', async () => {
    const header = 'CONTACT_NR;LASTNAME;TOWN';
    await runImport(actor, file(header, '5;Leroy;Metz', '6;Moreau;Metz'));
    const mapping: Mapping = { 0: 'CONTACT_NR', 1: 'LASTNAME', 2: 'TOWN' };
    const importId = await makePlannedImport(actor, file(header, '6;Moreau;Nancy', '5;Leroy;'), {
      mapping,
      edits: edits({ op: 'fill-down', column: 2 }),
    });
    await runImport(actor, file('CONTACT_NR;FUNCTION', '5;Chair'));
    const job = { institutionId: actor.institutionId, importId };
    await confirm(actor, importId);
    await applyImport(job, undisturbed());
    await replanConflicts(actor, { importId });
    await planImport(job, undisturbed());
    await confirm(actor, importId);
    await applyImport(job, undisturbed());
    const towns = await db.ownerQuery<{ town: string }>('SELECT town FROM contact_address WHERE institution_id = $1', [actor.institutionId]);
    expect(towns.map((row) => row.town)).toEqual(['Nancy', 'Nancy']);
  });

  it('is another plan than the same file without', async () => {
    const text = file('LASTNAME', 'x');
    const hashes = [];
    for (const list of [[], [{ op: 'trim', column: 0 } as const]]) {
      const importId = await makePlannedImport(actor, text, { mapping: { 0: 'LASTNAME' }, edits: edits(...list) });
      hashes.push((await getImport(actor, { importId })).planHash);
    }
    expect(new Set(hashes).size).toBe(2);
  });
});

it('what an import defines is what its edited rows need', async () => {
  const operator = await makeActor(db, { role: 'operator' });
  const importId = await makeReadImport(operator, file('LASTNAME;OFFICIAL_NAME;type', 'X;School;lycee'));
  const mapping: Mapping = { 0: 'LASTNAME', 1: 'OFFICIAL_NAME', 2: 'STRUCT_TYPE' };
  await acceptMapping(operator, { importId, mapping, edits: edits({ op: 'case', column: 2, to: 'upper' }), rules: { defineUnknown: true } });
  await planImport({ institutionId: operator.institutionId, importId }, undisturbed());
  expect((await getPlan(operator, { importId })).definitions).toMatchObject([{ code: 'LYCEE' }]);
});

describe('columns that no field takes as they stand', () => {
  it('are taken apart as proposed, and what has two readings stays whole and is told', async () => {
    const { id } = await runImport(
      actor,
      file('Full name;E-mail', '"Müller, Anna";a@x.org', 'Ludwig van Beethoven;l@x.org', 'Gabriel García Márquez;g@x.org'),
    );
    expect(await names()).toEqual(['Anna Müller', 'Gabriel García Márquez', 'Ludwig van Beethoven']);
    expect(await listProblems(actor, { importId: id })).toMatchObject([
      { code: 'name-not-split', field: 'LASTNAME', column: 0, count: 1, exampleValue: 'Gabriel García Márquez' },
    ]);
  });

  it('are taken apart the same way when a file with their headers comes again', async () => {
    const text = file('Full name;E-mail', 'Anna Müller;a@x.org');
    const importId = await makeReadImport(actor, text);
    const { suggestedEdits } = await getImport(actor, { importId });
    const list = [...suggestedEdits.list, { op: 'case', column: MADE, to: 'upper' } as const];
    await acceptMapping(actor, { importId, mapping: { [MADE]: 'LASTNAME', 1: 'EMAIL1' }, edits: edits(...list) });
    const again = await getImport(actor, { importId: await makeReadImport(actor, text) });
    expect(again.suggestedEdits).toEqual(edits(...list));
    expect(again.suggestions).toMatchObject([{ field: null }, { field: 'EMAIL1' }, { index: MADE, field: 'LASTNAME', reason: 'remembered' }, {}, {}]);
  });
});

describe('a mapping', () => {
  it.each<[string, Mapping, Edit[]]>([
    ['edit-missing', { 0: 'LASTNAME', [MADE]: 'FIRSTNAME' }, []],
    ['mapping-twice', { 0: 'LASTNAME', [MADE]: 'LASTNAME' }, [{ op: 'join', columns: [0, 1], with: ' ', into: MADE }]],
  ])('is refused as %s', async (code, mapping, list) => {
    const importId = await makeReadImport(actor, file('a;b', '1;2'));
    await expect(acceptMapping(actor, { importId, mapping, edits: edits(...list) })).rejects.toMatchObject({ code });
  });

  it('that takes one date from columns of different orders is refused', async () => {
    const importId = await makeReadImport(actor, file('a;b', '25.12.1980;', ';12/25/1980'));
    const first: Edit = { op: 'first-filled', columns: [0, 1], into: MADE };
    await expect(acceptMapping(actor, { importId, mapping: { [MADE]: 'BIRTHDATE' }, edits: edits(first) })).rejects.toMatchObject({
      code: 'dates-mixed',
    });
    await acceptMapping(actor, { importId, mapping: { [MADE]: 'REMARK' }, edits: edits(first) });
  });

  it('with edits that cannot be is refused', async () => {
    const importId = await makeReadImport(actor, file('a;b', '1;2'));
    const hostile = edits({ op: 'regex-replace', column: 0, pattern: '(', with: '' });
    await expect(acceptMapping(actor, { importId, mapping: { 0: 'LASTNAME' }, edits: hostile })).rejects.toMatchObject({ code: 'edits-unusable' });
  });
});
