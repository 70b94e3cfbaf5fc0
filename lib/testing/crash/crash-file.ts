/** Contacts that an institution has before the file comes, by number from 1. */
const STORED = 400;

export const STORE_CONTACTS = `
  WITH made AS (
    INSERT INTO contact (institution_id, environment, number, kind, last_name, job_function)
    SELECT $1, 'P', n::text, 'individual', 'Stored', 'Chair' FROM generate_series(1, ${STORED}) n RETURNING id, number)
  INSERT INTO contact_means (institution_id, environment, contact_id, email1, login)
  SELECT $1, 'P', id, 's' || number || '@example.org', true FROM made`;

const EVERY = 50;

function line(at: number): string {
  const kind = at % EVERY;
  if (kind < 2 && at / EVERY < STORED) return `${Math.floor(at / EVERY) + 1};;;;${kind === 0 ? 'Clerk' : ''};Metz;TRUE`;
  if (kind === 2) return `;;P${at - 1};p${at - 1}@example.org;;;FALSE`;
  if (kind === 3) return ';;;;;;';
  if (kind < 15) return `;School ${at % 97};R${at};r${at}@example.org;Teacher;Lyon;`;
  return `;;P${at};p${at}@example.org;;Paris;${kind === 20 ? 'perhaps' : ''}`;
}

/** A file in which everything happens: contacts are made, changed, left alone and merged, structures have relays, rows and cells are refused. */
export const crashFile = (rows: number): Buffer =>
  Buffer.from(`CONTACT_NR;OFFICIAL_NAME;LASTNAME;EMAIL1;FUNCTION;TOWN;CNIL_O\n${Array.from({ length: rows }, (_, at) => `${line(at)}\n`).join('')}`);
