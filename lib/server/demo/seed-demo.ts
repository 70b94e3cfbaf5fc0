import pg from 'pg';
import { hashPassword } from '@/lib/server/auth/password';
import { demoContacts } from './demo-contacts';
import { DEMO_INSTITUTIONS, DEMO_PASSWORD, DEMO_PEOPLE } from './demo-institutions';
import { writeContacts } from './write-contacts';

/** A person of the demo who can sign in. */
export interface DemoSignIn {
  email: string;
  password: string;
  role: string;
}

/** Contacts of the first institution, in production and in pre-production. */
const CONTACTS = { P: 320, PP: 56 } as const;

async function writeInstitution(
  client: pg.Client,
  { criteria, organizations, lists, ...institution }: (typeof DEMO_INSTITUTIONS)[number],
): Promise<number> {
  const { code, name, country, language } = institution;
  const inserted = await client.query<{ id: number }>(
    'INSERT INTO institution (code, name, country, language) VALUES ($1, $2, $3, $4) RETURNING id',
    [code, name, country, language],
  );
  const id = inserted.rows[0]?.id as number;
  await client.query(
    'INSERT INTO organization (institution_id, code, name) SELECT $1, o.code, o.name FROM jsonb_to_recordset($2) AS o(code text, name text)',
    [id, JSON.stringify(organizations)],
  );
  await client.query(
    `WITH given AS (SELECT * FROM jsonb_to_recordset($2) AS c(code text, type text, scope text, labels jsonb, values jsonb)),
       made AS (INSERT INTO criterion (institution_id, code, name, type, scope, labels)
         SELECT $1, code, coalesce(labels->>$3, labels->>'en'), type::"CriterionType", scope::"CriterionScope", labels FROM given RETURNING id, code)
     INSERT INTO criterion_value (institution_id, criterion_id, value, labels, rank)
     SELECT $1, made.id, v.key, v.value, row_number() OVER (PARTITION BY made.id)
     FROM made JOIN given USING (code), jsonb_each(given.values) v`,
    [id, JSON.stringify(criteria), institution.language],
  );
  await client.query(
    `INSERT INTO list_value (institution_id, list, code, labels, rank)
     SELECT $1, v.list, v.code, v.labels, row_number() OVER (PARTITION BY v.list ORDER BY g.rank)
     FROM jsonb_array_elements($2::jsonb) WITH ORDINALITY g(value, rank), jsonb_to_record(g.value) AS v(list text, code text, labels jsonb)`,
    [id, JSON.stringify(lists)],
  );
  return id;
}

async function writePeople(client: pg.Client): Promise<void> {
  // Hashed once for all of them: they share the password, and the start is not to wait.
  const hash = await hashPassword(DEMO_PASSWORD);
  await client.query(
    `WITH given AS (SELECT * FROM jsonb_to_recordset($1) AS p(email text, name text, language text, role text, institution text)),
       made AS (INSERT INTO app_user (email, name, language, password_hash) SELECT email, name, language, $2 FROM given RETURNING id, email)
     INSERT INTO membership (user_id, institution_id, role)
     SELECT made.id, i.id, given.role::"Role" FROM made JOIN given USING (email) LEFT JOIN institution i ON i.code = given.institution`,
    [JSON.stringify(DEMO_PEOPLE), hash],
  );
}

async function writeDemo(client: pg.Client): Promise<void> {
  const ids: number[] = [];
  for (const institution of DEMO_INSTITUTIONS) ids.push(await writeInstitution(client, institution));
  await writePeople(client);
  const first = ids[0] as number;
  for (const environment of ['P', 'PP'] as const) await writeContacts(client, first, environment, demoContacts(CONTACTS[environment]));
}

async function inTransaction(client: pg.Client, work: () => Promise<void>): Promise<void> {
  await client.query('BEGIN');
  try {
    await work();
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
}

/** The demo's people who are in the database, with what they sign in with. */
async function signIns(client: pg.Client): Promise<DemoSignIn[]> {
  const { rows } = await client.query<{ email: string }>('SELECT email FROM app_user WHERE email = ANY($1)', [DEMO_PEOPLE.map(({ email }) => email)]);
  const present = new Set(rows.map(({ email }) => email));
  return DEMO_PEOPLE.filter(({ email }) => present.has(email)).map(({ email, role, institution }) => ({
    email,
    password: DEMO_PASSWORD,
    role: institution ? `${role} at ${institution}` : role,
  }));
}

/**
 * Fills a database that knows no institution yet with the demo: two institutions, a person for each role, contacts. Any other
 * database is left as it is. Gives the sign-ins of the demo's people who are there. `ownerUrl` is the owner's connection.
 */
export async function seedDemo(ownerUrl: string): Promise<DemoSignIn[]> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await inTransaction(client, async () => {
      // Two first starts on one database wait for each other here; the second finds the work done.
      await client.query(`SELECT pg_advisory_xact_lock(hashtextextended('foyer demo', 0))`);
      const { rows } = await client.query('SELECT FROM institution LIMIT 1');
      if (rows.length === 0) await writeDemo(client);
    });
    return await signIns(client);
  } finally {
    await client.end();
  }
}
