import type pg from 'pg';
import { ISSUES, type IssueCode } from '@/lib/engine';

/** Structures and relays that are to become inactive, be anonymized or be dropped, as far as nothing keeps them. */
const LEAVING = `
  CREATE TEMP TABLE leaving ON COMMIT DROP AS
  SELECT k.row, k.contact_id, k.part, k.operation, c.number, c.structure_id
  FROM compared_change k JOIN contact c ON c.id = k.contact_id
  WHERE k.operation IN ('INVALIDATE', 'ANONYMIZE', 'DROP') AND k.kind <> 'unchanged' AND k.part IN ('structure', 'relay')`;

const KEPT = 'CREATE TEMP TABLE kept (row int, code text, params jsonb) ON COMMIT DROP';

/** What of the relay `r` stays with the structure `l`: of one that is dropped nobody may be left, of any other nobody who is active. */
const STAYS_BEHIND = `
  r.structure_id = l.contact_id AND (l.operation = 'DROP' OR r.status = 'active')
  AND NOT EXISTS (SELECT FROM leaving x WHERE x.contact_id = r.id AND (l.operation <> 'DROP' OR x.operation = 'DROP'))`;

const WITH_RELAYS = `
  INSERT INTO kept SELECT l.row, 'structure-has-relays', jsonb_build_object('number', l.number, 'count', count(*))
  FROM leaving l JOIN contact r ON ${STAYS_BEHIND} WHERE l.part = 'structure' GROUP BY l.row, l.number`;

/** Chunks are carried out in the order of the file: a structure must not be gone while its relay is there. */
const RELAYS_BELOW = `
  INSERT INTO kept SELECT l.row, 'relays-further-down', jsonb_build_object('number', l.number, 'row', min(x.row))
  FROM leaving l JOIN leaving x ON x.structure_id = l.contact_id AND x.row > l.row
  WHERE l.part = 'structure' AND l.operation = 'DROP' GROUP BY l.row, l.number`;

const LAST_RELAYS = `
  INSERT INTO kept SELECT l.row, 'last-relay', jsonb_build_object('number', l.number, 'structure', s.number)
  FROM leaving l JOIN contact s ON s.id = l.structure_id AND s.status = 'active'
  WHERE l.part = 'relay' AND NOT EXISTS (SELECT FROM leaving x WHERE x.contact_id = s.id)
    AND EXISTS (SELECT FROM contact me WHERE me.id = l.contact_id AND me.status = 'active')
    AND NOT EXISTS (SELECT FROM contact r WHERE r.structure_id = s.id AND r.status = 'active'
      AND NOT EXISTS (SELECT FROM leaving x WHERE x.contact_id = r.id))`;

const level = (code: IssueCode): string => `'${ISSUES[code]}'::"IssueLevel"`;

const TELL = `
  INSERT INTO compared_issue (row, code, level, params) SELECT row, code, ${level('last-relay')}, params FROM kept`;

const HOLD = `UPDATE compared_row SET bucket = 'held' WHERE row IN (SELECT row FROM kept)`;
const TAKE_OUT = ['compared_change', 'leaving'].map((table) => `DELETE FROM ${table} WHERE row IN (SELECT row FROM kept)`);

const INTO_KEPT = `SELECT i.row FROM compared_issue i JOIN kept k ON k.row = (i.params->>'row')::int WHERE i.code = 'merged-into-row'`;
/** Rows that had been merged into one that is held now. */
const HOLD_MERGED = [
  `UPDATE compared_row SET bucket = 'held' WHERE row IN (${INTO_KEPT})`,
  `UPDATE compared_issue i SET code = 'first-row-refused', level = ${level('first-row-refused')} FROM kept k
   WHERE i.code = 'merged-into-row' AND k.row = (i.params->>'row')::int`,
];

/**
 * Holds back, in the tables of a plan in the making, structures that would leave relays behind and relays without whom a structure would be
 * without anybody. Whoever is held back may be the reason for the next, so it is asked until nobody more is. Gives a text that tells the rows.
 */
export async function keepNeeded(client: pg.ClientBase): Promise<string> {
  const { rowCount } = await client.query(LEAVING);
  if (!rowCount) return '';
  await client.query('CREATE INDEX ON leaving (contact_id)');
  await client.query('CREATE INDEX ON leaving (structure_id)');
  await client.query('ANALYZE leaving');
  await client.query(KEPT);
  let told = '';
  for (;;) {
    for (const sql of [WITH_RELAYS, RELAYS_BELOW, LAST_RELAYS]) await client.query(sql);
    const { rows } = await client.query<{ row: number; code: string }>('SELECT row, code FROM kept ORDER BY row, code');
    if (rows.length === 0) return told;
    told += JSON.stringify(rows);
    for (const sql of [TELL, HOLD, ...TAKE_OUT, ...HOLD_MERGED]) await client.query(sql);
    await client.query('DELETE FROM kept');
  }
}
