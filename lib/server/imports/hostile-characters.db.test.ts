import { type BookType, utils, write } from '@e965/xlsx';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { FIELDS } from '@/lib/engine';
import { type TestDatabase, testDatabase } from '@/lib/testing/database';
import { makeActor } from '@/lib/testing/factories';
import { runImport } from '@/lib/testing/run-import';
import { listProblems } from './list-problems';

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());

/** What a damaged or hostile file may hold and PostgreSQL, COPY, JSON or an array could stumble over. */
const TEXTS = [
  'half \ud83d',
  '\ude00 half',
  'nul \0 nul',
  '\u0001\u001f',
  '\uffff\ufdd0',
  '\\N \\. \\u0000 \\ud83d {"a":1}',
  '"{},\\"',
  '\u202e\u2066',
  '😀'.repeat(400),
  `${'x'.repeat(119)}😀`,
  "'); DROP TABLE contact; --",
];

const CODES = [...FIELDS.map(({ code }) => code), 'CRIT01'];
/** Every text in every field, a row each; in the last column under a header that is no better. */
const rows = TEXTS.flatMap((text) => CODES.map((at) => [...CODES.map((code) => (code === at ? text : code === 'LASTNAME' ? 'Zola' : '')), text]));
const table = [[...CODES, TEXTS.join('')], ...rows];

function book(bookType: BookType): Buffer {
  const made = utils.book_new();
  utils.book_append_sheet(made, utils.aoa_to_sheet(table), 'S');
  return write(made, { type: 'buffer', bookType });
}

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
const text = Buffer.from(`\ufeff${table.map((row) => row.map(quoted).join(';')).join('\n')}`, 'utf16le');

it.each<[string, () => Buffer]>([
  ['xlsx', () => book('xlsx')],
  ['xlsb', () => book('xlsb')],
  ['xls', () => book('biff8')],
  ['ods', () => book('ods')],
  ['csv', () => text],
])('a file (%s) with such texts in every field is imported like any other, and no row meets the database unprepared', async (format, bytes) => {
  const actor = await makeActor(db);
  const done = await runImport(actor, bytes(), { fileName: `contacts.${format}`, readOptions: { headerRow: 1 } });
  expect(done).toMatchObject({ state: 'applied', balanced: true });
  expect(done.counts?.rows).toBeGreaterThan(TEXTS.length * CODES.length - CODES.length);
  expect((await listProblems(actor, { importId: done.id })).map(({ code }) => code)).not.toContain('row-not-stored');
});
