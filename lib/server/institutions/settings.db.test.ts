import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Actor, ROLES } from '@/lib/server/actor';
import { inScopeSql } from '@/lib/server/database/scope';
import { type TestDatabase, testDatabase } from '@/lib/testing/database';
import { makeActor } from '@/lib/testing/factories';
import { addListValue } from './add-list-value';
import { addNumberRange } from './add-number-range';
import { changeListValue } from './change-list-value';
import { changeSettings } from './change-settings';
import { countListValueUse } from './count-list-value-use';
import { getLists } from './get-lists';
import { getSettings } from './get-settings';
import { listListValues } from './list-list-values';
import { listNumberRanges } from './list-number-ranges';
import { listSalutations } from './list-salutations';
import { removeListValue } from './remove-list-value';
import { removeNumberRange } from './remove-number-range';
import { setSalutation } from './set-salutation';

let db: TestDatabase;
let manager: Actor;
let stranger: Actor;
beforeAll(async () => {
  db = await testDatabase();
  manager = await makeActor(db, { role: 'manager' });
  stranger = await makeActor(db, { role: 'manager' });
});
afterAll(() => db.close());

const events = () =>
  db.ownerQuery('SELECT action, subject, details FROM audit_event WHERE institution_id = $1 ORDER BY id DESC LIMIT 1', [manager.institutionId]);
const idOf = async (code: string) => (await listListValues(manager)).find((value) => value.code === code)?.id ?? 0;

const CHANGES: Record<string, (actor: Actor) => Promise<unknown>> = {
  addListValue: (actor) => addListValue(actor, { list: 'TITLE', code: 'X', labels: {} }),
  addNumberRange: (actor) => addNumberRange(actor, { environment: 'PP', first: '1', last: '2', label: '' }),
  changeListValue: (actor) => changeListValue(actor, { listValueId: 1, labels: {}, rank: 1 }),
  changeSettings: (actor) => changeSettings(actor, { structureNumber: 'relay' }),
  removeListValue: (actor) => removeListValue(actor, { listValueId: 1 }),
  removeNumberRange: (actor) => removeNumberRange(actor, { numberRangeId: 1 }),
  setSalutation: (actor) => setSalutation(actor, { title: 'MR', language: 'fr', letter: 'M.', address: '' }),
};

describe('the settings of an institution', () => {
  it.each(Object.entries(CHANGES))('are not changed with %s by those who only look', async (_, change) => {
    for (const role of ROLES.filter((one) => ['importer', 'approver'].includes(one))) {
      const actor = await makeActor(db, { role, institutionId: manager.institutionId });
      await expect(change(actor)).rejects.toMatchObject({ code: 'forbidden', params: { permission: 'settings.edit' } });
      expect(await getSettings(actor)).toEqual({});
    }
  });

  it('are its own, change what they name alone, and are audited', async () => {
    await changeSettings(manager, { structureNumber: 'structure' });
    await changeSettings(manager, {});
    expect(await getSettings(manager)).toEqual({ structureNumber: 'structure' });
    expect(await getSettings(stranger)).toEqual({});
    await changeSettings(manager, { structureNumber: 'relay' });
    expect(await events()).toEqual([
      { action: 'institution.settings', subject: `institution:${manager.institutionId}`, details: { structureNumber: 'relay' } },
    ]);
  });

  it('are all of the institution that the app can change', async () => {
    const change = inScopeSql({ kind: 'institution', institutionId: manager.institutionId }, (client) =>
      client.query("UPDATE institution SET code = 'X'"),
    );
    await expect(change).rejects.toThrow(/permission denied/);
  });
});

describe('the values of a list', () => {
  it('are added at its end, renamed, moved and removed, and audited', async () => {
    await addListValue(manager, { list: 'COMMUNITY_TYPE', code: ' SCHOOL ', labels: { en: 'School', fr: '' } });
    await addListValue(manager, { list: 'COMMUNITY_TYPE', code: 'school', labels: {} });
    expect(await getLists(manager)).toEqual({
      COMMUNITY_TYPE: [
        { code: 'SCHOOL', labels: { en: 'School' } },
        { code: 'school', labels: {} },
      ],
    });
    await changeListValue(manager, { listValueId: await idOf('SCHOOL'), labels: { fr: 'École' }, rank: 9 });
    expect((await listListValues(manager)).map(({ code, labels, rank }) => [code, labels, rank])).toEqual([
      ['school', {}, 2],
      ['SCHOOL', { fr: 'École' }, 9],
    ]);
    await removeListValue(manager, { listValueId: await idOf('school') });
    expect(await events()).toEqual([{ action: 'list.remove', subject: 'list:COMMUNITY_TYPE', details: { code: 'school' } }]);
    expect(await listListValues(stranger)).toEqual([]);
  });

  it.each([
    ['COMMUNITY_TYPE', 'SCHOOL', 'list-value-exists'],
    ['COMMUNITY_TYPE', 'NINECHARS', 'list-code-unusable'],
    ['COMMUNITY_TYPE', 'A|B', 'list-code-unusable'],
    ['TITLE', '=', 'list-code-unusable'],
    ['COUNTRY', 'Atlantis', 'list-code-unusable'],
    ['PREF_LANG', 'xx', 'list-code-unusable'],
  ] as const)('of %s do not get %s: %s', async (list, code, refusal) => {
    await expect(addListValue(manager, { list, code, labels: {} })).rejects.toMatchObject({ code: refusal });
  });

  it('of countries and languages are the codes of ISO, however they are typed', async () => {
    await addListValue(manager, { list: 'COUNTRY', code: 'Suisse', labels: {} });
    await addListValue(manager, { list: 'PREF_LANG', code: 'FR', labels: {} });
    expect(await getLists(manager)).toMatchObject({ COUNTRY: [{ code: 'CH' }], PREF_LANG: [{ code: 'fr' }] });
  });

  it('are counted in the contacts that have them', async () => {
    const insert = `INSERT INTO contact (institution_id, environment, number, kind, community_type) VALUES ($1, 'P', $2, 'structure', 'SCHOOL')`;
    await db.ownerQuery(insert, [manager.institutionId, '1']);
    await db.ownerQuery(insert, [stranger.institutionId, '1']);
    const [{ id } = { id: '' }] = await db.ownerQuery<{ id: string }>('SELECT id FROM contact WHERE institution_id = $1', [manager.institutionId]);
    for (const uses of ['M', 'SB']) {
      await db.ownerQuery(`INSERT INTO contact_address (institution_id, contact_id, uses, country) VALUES ($1, $2, $3, 'CH')`, [
        manager.institutionId,
        id,
        uses,
      ]);
    }
    expect(await countListValueUse(manager, { listValueId: await idOf('SCHOOL') })).toBe(1);
    expect(await countListValueUse(manager, { listValueId: await idOf('CH') })).toBe(1);
    expect(await countListValueUse(manager, { listValueId: await idOf('fr') })).toBe(0);
  });
});

describe('salutations', () => {
  it('are kept where the institution has a text of its own, until both are empty', async () => {
    await setSalutation(manager, { title: 'MR', language: 'fr', letter: 'M.', address: '' });
    await setSalutation(manager, { title: 'MR', language: 'fr', letter: 'M.', address: 'Cher Monsieur' });
    await setSalutation(manager, { title: 'DR', language: 'de', letter: 'Dr.', address: '' });
    expect(await listSalutations(manager)).toEqual([
      { title: 'DR', language: 'de', letter: 'Dr.', address: '' },
      { title: 'MR', language: 'fr', letter: 'M.', address: 'Cher Monsieur' },
    ]);
    await setSalutation(manager, { title: 'MR', language: 'fr', letter: ' ', address: '' });
    expect((await listSalutations(manager)).map(({ title }) => title)).toEqual(['DR']);
    expect(await listSalutations(stranger)).toEqual([]);
  });
});

describe('number ranges', () => {
  it('are kept by environment', async () => {
    await addNumberRange(manager, { environment: 'P', first: '0100', last: '199', label: 'Old system' });
    await addNumberRange(manager, { environment: 'PP', first: '100', last: '199', label: '' });
    expect((await listNumberRanges(manager)).map(({ id: _, ...range }) => range)).toEqual([
      { environment: 'P', first: '100', last: '199', label: 'Old system' },
      { environment: 'PP', first: '100', last: '199', label: '' },
    ]);
    expect(await listNumberRanges(stranger)).toEqual([]);
  });

  it.each([
    ['199', '300', 'number-range-overlaps'],
    ['1', '999999999999999999', 'number-range-overlaps'],
    ['5', '4', 'number-range-unusable'],
    ['a', '4', 'number-range-unusable'],
    ['1', '1000000000000000000', 'number-range-unusable'],
  ])('from %s to %s are refused: %s', async (first, last, code) => {
    await expect(addNumberRange(manager, { environment: 'P', first, last, label: '' })).rejects.toMatchObject({ code });
  });

  it('are passed over by the sequence, which goes on behind what it gave', async () => {
    const { institutionId } = manager;
    const add = (first: string, last: string) => addNumberRange(manager, { environment: 'P', first, last, label: '' });
    await add('205', '206');
    await add('207', '207');
    await db.ownerQuery(`INSERT INTO contact_number_sequence (institution_id, environment, next) VALUES ($1, 'P', 97)`, [institutionId]);
    const take = (wanted: number) =>
      inScopeSql({ kind: 'institution', institutionId }, async (client) => {
        const { rows } = await client.query<{ number: string }>(`SELECT number FROM foyer_take_numbers($1, 'P', $2) ORDER BY nth`, [
          institutionId,
          wanted,
        ]);
        return rows.map(({ number }) => Number(number));
      });
    expect(await take(2)).toEqual([97, 98]);
    expect(await take(0)).toEqual([]);
    expect(await take(3)).toEqual([99, 200, 201]);
    expect(await take(3)).toEqual([202, 203, 204]);
    expect(await take(2)).toEqual([208, 209]);
    await removeNumberRange(manager, { numberRangeId: (await listNumberRanges(manager))[0]?.id ?? 0 });
    expect(await take(1)).toEqual([210]);
  });
});
