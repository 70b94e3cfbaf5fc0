import type pg from 'pg';
import type { DemoContact } from './demo-contacts';

/** The contacts as rows of a query, `$1` being them as JSON. */
const ROWS = `jsonb_to_recordset($1::jsonb) AS r(number text, kind text, structure text, title text, first_name text, last_name text, birth_date date,
  official_name text, structure_type text, job_function text, language text, line1 text, zip_code text, town text, country text,
  telephone text, cellphone text, email1 text, consents boolean, criteria jsonb)`;

/** The rows with the ids their contacts got; `$2` and `$3` are institution and environment. */
const STORED = `${ROWS} JOIN contact c ON c.institution_id = $2 AND c.environment = $3::"Environment" AND c.number = r.number`;

const CONTACT = `INSERT INTO contact (institution_id, environment, number, kind, structure_id, title, first_name, last_name, birth_date,
    official_name, address_name1, structure_type, job_function, language)
  SELECT $2, $3::"Environment", r.number, r.kind::"ContactKind", s.id, r.title, r.first_name, r.last_name, r.birth_date,
    r.official_name, left(r.official_name, 38), r.structure_type, r.job_function, r.language
  FROM ${ROWS} LEFT JOIN contact s ON s.institution_id = $2 AND s.environment = $3::"Environment" AND s.number = r.structure`;

const PARTS = [
  `INSERT INTO contact_address (institution_id, contact_id, uses, line1, zip_code, town, country)
   SELECT $2, c.id, 'MSB', r.line1, r.zip_code, r.town, r.country FROM ${STORED}`,
  `INSERT INTO contact_means (institution_id, environment, contact_id, telephone, cellphone, email1)
   SELECT $2, $3::"Environment", c.id, r.telephone, r.cellphone, r.email1 FROM ${STORED}`,
  `INSERT INTO contact_authorizations (institution_id, contact_id, cnil_o, cnil_t, letter)
   SELECT $2, c.id, r.consents, false, true FROM ${STORED} WHERE r.kind <> 'structure'`,
  `INSERT INTO contact_criterion (institution_id, contact_id, code, value)
   SELECT $2, c.id, v.code, v.value FROM ${STORED}, jsonb_to_recordset(r.criteria) AS v(code text, value text)`,
];

/** What the ticketing system of the demo knows: most bought something, a few owe, are owed or wait; of one in forty nobody told anything. */
const STANDING = `
  INSERT INTO contact_standing (institution_id, contact_id, sales, last_purchase, balance, open_orders, beneficiary)
  SELECT $1, c.id, n.nth % 4, CASE WHEN n.nth % 4 > 0 THEN date '2026-11-01' - (n.nth * 17 % 3000)::int END,
    CASE n.nth % 16 WHEN 5 THEN -1250 WHEN 9 THEN 2000 ELSE 0 END, CASE WHEN n.nth % 20 = 3 THEN 1 ELSE 0 END, n.nth % 4 > 0 OR n.nth % 10 = 0
  FROM (SELECT id, row_number() OVER (ORDER BY number) AS nth FROM contact WHERE institution_id = $1 AND environment = $2::"Environment") n
  JOIN contact c USING (id) WHERE n.nth % 40 <> 0`;

const NEXT_NUMBER = `INSERT INTO contact_number_sequence (institution_id, environment, next)
  SELECT $1, $2::"Environment", max(number::bigint) + 1 FROM contact WHERE institution_id = $1 AND environment = $2::"Environment"`;

/** Writes contacts with all their parts as the owner, and moves the number sequence above them. */
export async function writeContacts(client: pg.Client, institutionId: number, environment: 'PP' | 'P', contacts: DemoContact[]): Promise<void> {
  const run = (sql: string, some: DemoContact[]) => client.query(sql, [JSON.stringify(some), institutionId, environment]);
  // A relay points at its structure, which must be there first.
  const relays = contacts.filter(({ kind }) => kind === 'relay');
  await run(
    CONTACT,
    contacts.filter(({ kind }) => kind !== 'relay'),
  );
  await run(CONTACT, relays);
  for (const part of PARTS) await run(part, contacts);
  await client.query(STANDING, [institutionId, environment]);
  await client.query(NEXT_NUMBER, [institutionId, environment]);
}
