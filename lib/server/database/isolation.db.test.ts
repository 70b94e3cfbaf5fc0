import { afterAll, describe, expect, it } from 'vitest';
import { anyRow } from '@/lib/testing/any-row';
import { testDatabase } from '@/lib/testing/database';
import { makeInstitution } from '@/lib/testing/factories';
import { inScopeSql, type Scope } from './scope';

// Before the tests are collected: the catalogue itself says which tables there are, so that a new one is covered from its first day.
const db = await testDatabase();
const ours = (await makeInstitution(db)).id;
const theirs = (await makeInstitution(db)).id;

const secured = await db.ownerQuery<{ name: string; tenant: boolean }>(
  `SELECT relname AS name, EXISTS (SELECT FROM pg_attribute WHERE attrelid = c.oid AND attname = 'institution_id') AS tenant
   FROM pg_class c WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND relrowsecurity ORDER BY relname`,
);
/** Tables that belong to signing in or to nobody: what may be seen of them is said below, scope by scope. */
const NOT_OF_ONE_INSTITUTION = ['app_user', 'institution', 'login_attempt', 'session'];
const tables = secured.map(({ name }) => name);
const tenantTables = tables.filter((name) => !NOT_OF_ONE_INSTITUTION.includes(name));

for (const table of tables.filter((name) => name !== 'institution')) {
  for (const institution of [ours, theirs]) {
    const { sql, values } = await anyRow(db, table, institution);
    await db.ownerQuery(sql, values);
  }
}
afterAll(() => db.close());

const inside: Scope = { kind: 'institution', institutionId: ours };

/** How many rows a statement touched, or PostgreSQL's code of the refusal. 42501: forbidden by a policy or for want of a right. */
const outcome = (scope: Scope, sql: string, values: unknown[] = []): Promise<number | string> =>
  inScopeSql(scope, async (client) => (await client.query(sql, values)).rowCount ?? 0).catch((error) => error.code as string);

const visibleTables = async (count: (table: string) => Promise<number | string>) => {
  const seen = [];
  for (const table of tables) if (((await count(table)) as number) > 0) seen.push(table);
  return seen;
};

const countOf = async (table: string, institution: number) =>
  (await db.ownerQuery<{ n: number }>(`SELECT count(*)::int AS n FROM "${table}" WHERE institution_id = $1`, [institution]))[0]?.n;

/** What an institution may not even do with rows of its own: roles are given by the owner, the audit trail is only added to. */
const READ_ONLY: Record<string, { insert: number | string; update: number | string }> = {
  membership: { insert: '42501', update: 0 },
  audit_event: { insert: 1, update: '42501' },
  audit_link: { insert: '42501', update: '42501' },
  approval_message: { insert: 1, update: '42501' },
  certificate: { insert: 1, update: '42501' },
};

/** Of what nobody but the owner may take a row away. */
const KEPT = ['approval', 'approval_message', 'audit_event', 'audit_link', 'certificate'];

describe('every table that carries an institution', () => {
  it('is under these tests, or named as one that belongs to signing in', () => {
    expect(secured.filter(({ tenant }) => tenant).map(({ name }) => name)).toEqual([...tenantTables, 'session'].sort());
    expect(tenantTables).toContain('contact');
  });
});

describe.each(tenantTables)('inside one institution, the table %s', (table) => {
  const may = READ_ONLY[table] ?? { insert: 1, update: expect.any(Number) };

  it('shows own rows and no others', async () => {
    const seen = await inScopeSql(inside, async (client) => (await client.query(`SELECT DISTINCT institution_id FROM "${table}"`)).rows);
    expect(seen).toEqual([{ institution_id: ours }]);
  });

  it('takes a row of its own, and the same row for another institution never', async () => {
    const own = await anyRow(db, table, ours, 1);
    expect(await outcome(inside, own.sql, own.values)).toBe(may.insert);
    const foreign = await anyRow(db, table, theirs);
    const before = await countOf(table, theirs);
    expect(await outcome(inside, foreign.sql, foreign.values)).toBe('42501');
    expect(await countOf(table, theirs)).toBe(before);
  });

  it('lets nobody touch the rows of others', async () => {
    const before = await countOf(table, theirs);
    const update = await outcome(inside, `UPDATE "${table}" SET institution_id = institution_id WHERE institution_id = $1`, [theirs]);
    const steal = await outcome(inside, `UPDATE "${table}" SET institution_id = $2 WHERE institution_id = $1`, [theirs, ours]);
    const remove = await outcome(inside, `DELETE FROM "${table}" WHERE institution_id = $1`, [theirs]);
    const refused = READ_ONLY[table]?.update === '42501' ? '42501' : 0;
    expect([update, steal, remove]).toEqual([refused, refused, KEPT.includes(table) ? '42501' : 0]);
    expect(await countOf(table, theirs)).toBe(before);
  });

  it('hands no own row to another institution', async () => {
    const before = await countOf(table, theirs);
    const moved = await outcome(inside, `UPDATE "${table}" SET institution_id = $2 WHERE institution_id = $1`, [ours, theirs]);
    expect(moved).toBe(READ_ONLY[table]?.update ?? '42501');
    expect(await countOf(table, theirs)).toBe(before);
  });

  it('shows nothing and takes nothing with no scope set', async () => {
    const { pool } = db.connection;
    expect((await pool.query(`SELECT FROM "${table}"`)).rowCount).toBe(0);
    const { sql, values } = await anyRow(db, table, ours);
    await expect(pool.query(sql, values)).rejects.toMatchObject({ code: '42501' });
  });
});

describe('a scope shows these tables and no others', () => {
  const customer = tables.filter((name) => name !== 'session' && name !== 'login_attempt');
  it.each<[string, Scope | null, string[]]>([
    ['none', null, []],
    ['institution', inside, customer],
    ['staff', { kind: 'staff', userId: 0 }, ['app_user', 'approval', 'audit_event', 'audit_link', 'import', 'institution', 'membership']],
    ['auth', { kind: 'auth' }, ['app_user', 'institution', 'login_attempt', 'membership', 'session']],
    ['system', { kind: 'system' }, ['approval', 'import', 'institution']],
  ])('%s', async (_, scope, expected) => {
    const select = (table: string) => `SELECT FROM "${table}"`;
    const seen = await visibleTables((table) =>
      scope ? outcome(scope, select(table)) : db.connection.pool.query(select(table)).then(({ rowCount }) => rowCount ?? 0),
    );
    expect(seen).toEqual(expected);
  });

  it('and is over with its transaction, though the connection lives on', async () => {
    const client = await db.connection.pool.connect();
    await client.query(`BEGIN; SELECT set_config('foyer.scope', 'institution', true), set_config('foyer.institution', '${ours}', true)`);
    const during = await client.query('SELECT FROM contact');
    await client.query('COMMIT');
    const after = await client.query('SELECT FROM contact');
    client.release();
    expect([during.rowCount === 0, after.rowCount]).toEqual([false, 0]);
  });
});

describe('institutions, users, sessions and roles', () => {
  it.each<[string, Scope, string, number | string]>([
    ['an institution sees itself alone', inside, 'SELECT FROM institution', 1],
    ['an institution cannot rename itself', inside, "UPDATE institution SET name = 'x'", '42501'],
    ['staff cannot rename institutions', { kind: 'staff', userId: 0 }, "UPDATE institution SET name = 'x'", '42501'],
    ['an institution makes no institutions', inside, "INSERT INTO institution (code, name) VALUES ('N', 'N')", '42501'],
    ['an institution makes no users', inside, "INSERT INTO app_user (email, name) VALUES ('n@example.org', 'N')", '42501'],
    ['an institution cannot change users', inside, "UPDATE app_user SET email = 'taken@example.org'", 0],
    ['an institution removes no roles', inside, 'DELETE FROM membership', 0],
    ['nobody gives roles while signing in', { kind: 'auth' }, `INSERT INTO membership (user_id, role) VALUES (1, 'operator')`, '42501'],
    ['nobody changes roles while signing in', { kind: 'auth' }, "UPDATE membership SET role = 'operator', institution_id = NULL", 0],
    ['an institution ends no sessions', inside, 'DELETE FROM session', 0],
    ['an institution opens no sessions', inside, "INSERT INTO session (id, user_id, expires_at) VALUES (gen_random_uuid(), 1, 'infinity')", '42501'],
  ])('%s', async (_, scope, sql, expected) => {
    expect(await outcome(scope, sql)).toBe(expected);
  });

  it('a member is seen by the own institution, and by no other', async () => {
    const members = `SELECT u.id FROM app_user u JOIN membership m ON m.user_id = u.id WHERE m.institution_id = $1`;
    const [member] = await db.ownerQuery<{ id: number }>(members, [ours]);
    const [stranger] = await db.ownerQuery<{ id: number }>(members, [theirs]);
    const seen = (id?: number) => outcome(inside, 'SELECT FROM app_user WHERE id = $1', [id]);
    expect([await seen(member?.id), await seen(stranger?.id)]).toEqual([1, 0]);
  });
});

describe('the audit trail', () => {
  const scopes: Scope[] = [inside, { kind: 'staff', userId: 0 }, { kind: 'auth' }, { kind: 'system' }];
  it.each(scopes.map((scope) => [scope.kind, scope] as const))('is only ever added to, in the scope %s', async (_, scope) => {
    const changes = ["UPDATE audit_event SET action = 'other'", 'DELETE FROM audit_event', 'TRUNCATE audit_event'];
    expect(await Promise.all(changes.map((sql) => outcome(scope, sql)))).toEqual(['42501', '42501', '42501']);
  });
});
