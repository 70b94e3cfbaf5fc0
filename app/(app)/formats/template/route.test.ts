import { read, utils } from '@e965/xlsx';
import { describe, expect, it, vi } from 'vitest';
import { layoutOf } from '@/lib/engine';
import { AppError } from '@/lib/server/errors';
import { writeTemplate } from '@/lib/server/formats/write-template';
import { GET } from './route';

const session = vi.hoisted(() => ({ signedIn: true }));
vi.mock('@/lib/server/auth/current-session', () => ({
  requireActor: async () => {
    if (!session.signedIn) throw new AppError('signed-out', {}, 401);
  },
}));
const lists = { STRUCT_TYPE: [{ code: 'SCHOOL', labels: {} }] };
vi.mock('@/lib/server/institutions/get-lists', () => ({ getLists: async () => lists }));
vi.mock('next-intl/server', () => ({ getLocale: async () => 'fr' }));

const get = (query: string) => GET(new Request(`http://foyer.test/formats/template?${query}`));

describe('the templates to download', () => {
  it('come in the language of the page, with a name and as what they are', async () => {
    const answer = await get('layout=extended&format=csv');
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="foyer-extended.csv"');
    const layout = layoutOf('extended');
    expect(layout && Buffer.from(await answer.arrayBuffer()).equals(writeTemplate({ layout, language: 'fr', format: 'csv' }))).toBe(true);
  });

  it('offer the values of the institution’s lists', async () => {
    const book = read(await (await get('layout=extended&format=xlsx')).arrayBuffer(), { type: 'array' });
    const values = utils.sheet_to_json<string[]>(book.Sheets[book.SheetNames[1] ?? ''] ?? {}, { header: 1 });
    const column = (code: string) => values.map((row) => row[values[0]?.indexOf(code) ?? -1]).filter(Boolean);
    expect(column('STRUCT_TYPE')).toEqual(['STRUCT_TYPE', 'SCHOOL']);
    expect(column('COMMUNITY_TYPE')).toEqual([]);
  });

  it.each(['', 'layout=extended', 'layout=extended&format=pdf', 'layout=unheard-of&format=csv', 'layout=extended&format=toString'])(
    'are not found for %j',
    async (query) => {
      const answer = await get(query);
      expect(answer.status).toBe(404);
      expect(await answer.json()).toMatchObject({ error: { code: 'not-found' } });
    },
  );

  it('are for who is signed in', async () => {
    session.signedIn = false;
    expect((await get('layout=extended&format=csv')).status).toBe(401);
    session.signedIn = true;
  });
});
