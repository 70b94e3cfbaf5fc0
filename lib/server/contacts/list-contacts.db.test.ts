import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/server/actor';
import { type TestDatabase, testDatabase } from '@/lib/testing/database';
import { makeActor } from '@/lib/testing/factories';
import { runImport } from '@/lib/testing/run-import';
import { getContact } from './get-contact';
import { listContacts } from './list-contacts';

let db: TestDatabase;
let actor: Actor;
let importId: number;

const FILE = `CONTACT_NR;OFFICIAL_NAME;LASTNAME;FIRSTNAME;EMAIL1;TOWN;BIRTHDATE;PARTNER
101;;Zola;Émile;emile@example.org;Aix;02.04.1940;FALSE
102;;Arnaud;Zoé;zoe@example.org;;;
1020;Lycée Émile-Zola;Petit;Jean;jean@example.net;Lyon;;
`;

beforeAll(async () => {
  db = await testDatabase();
  actor = await makeActor(db);
  importId = (await runImport(actor, FILE)).id;
});
afterAll(() => db.close());

describe('the list of contacts', () => {
  const found = async (request: Omit<Parameters<typeof listContacts>[1], 'environment'>) => {
    const { total, contacts } = await listContacts(actor, { environment: 'P', ...request });
    return { total, names: contacts.map(({ name }) => name) };
  };

  it('is in the order of names, structures after persons', async () => {
    expect((await found({})).names).toEqual(['Zoé Arnaud', 'Jean Petit', 'Émile Zola', 'Lycée Émile-Zola']);
  });

  it.each([
    ['the beginning of a number', { search: '102' }, ['Zoé Arnaud', 'Jean Petit', 'Lycée Émile-Zola']],
    ['a whole number', { search: '101' }, ['Émile Zola']],
    ['the beginning of an e-mail', { search: 'EMILE@' }, ['Émile Zola']],
    ['the beginning of an e-mail without its sign', { search: 'jean' }, ['Jean Petit', 'Lycée Émile-Zola']],
    ['part of a name', { search: 'zola' }, ['Émile Zola', 'Lycée Émile-Zola']],
    ['first and last name', { search: 'émile zola' }, ['Émile Zola']],
    ['a name without its accents', { search: 'emile ZOLA' }, ['Émile Zola']],
    ['an official name in capitals without accents', { search: 'LYCEE' }, ['Lycée Émile-Zola']],
    ['a name with accents that it does not have', { search: 'pétit' }, ['Jean Petit']],
    ['last and first name', { search: 'Arnaud Z' }, ['Zoé Arnaud']],
    ['signs that mean something in a pattern', { search: '_' }, []],
    ['a kind', { kind: 'relay' }, ['Jean Petit']],
    ['a page', { offset: 1, limit: 2 }, ['Jean Petit', 'Émile Zola']],
  ] as const)('is narrowed by %s', async (_, request, names) => {
    expect((await found(request)).names).toEqual(names);
  });

  it('counts all that fit, not only the page', async () => {
    expect((await found({ limit: 1 })).total).toBe(4);
    expect((await found({ limit: 1, search: 'zola' })).total).toBe(2);
  });

  it('shows one environment and one institution', async () => {
    expect((await listContacts(actor, { environment: 'PP' })).total).toBe(0);
    expect((await listContacts(await makeActor(db), { environment: 'P' })).total).toBe(0);
  });
});

describe('a contact', () => {
  const idOf = async (search: string) => (await listContacts(actor, { environment: 'P', search, limit: 1 })).contacts[0]?.id ?? '';

  it('has all its fields in normal form and says which import made it', async () => {
    expect(await getContact(actor, { contactId: await idOf('101') })).toMatchObject({
      number: '101',
      kind: 'individual',
      status: 'active',
      version: 1,
      fields: {
        LASTNAME: 'Zola',
        FIRSTNAME: 'Émile',
        EMAIL1: 'emile@example.org',
        TOWN: 'Aix',
        COUNTRY: 'FR',
        ADDR_TYPE: 'MSB',
        BIRTHDATE: '1940-04-02',
        PARTNER: 'FALSE',
      },
      structure: null,
      relays: [],
      createdByImport: importId,
      updatedByImport: importId,
    });
  });

  it('knows its structure, and the structure its relays', async () => {
    const relay = await getContact(actor, { contactId: await idOf('1020') });
    expect(relay.structure?.name).toBe('Lycée Émile-Zola');
    const structure = await getContact(actor, { contactId: relay.structure?.id ?? '' });
    expect(structure.relays).toEqual([{ id: relay.id, number: '1020', name: 'Jean Petit' }]);
  });

  it('of another institution is not there', async () => {
    const contactId = await idOf('101');
    await expect(getContact(await makeActor(db), { contactId })).rejects.toMatchObject({ code: 'not-found', status: 404 });
  });
});
