import type pg from 'pg';
import { ERASING } from './erasing';
import { HOLDING } from './find-traces';

/** The names of the fields that a change set, with nothing in them. */
const NAMES = `(SELECT coalesce(json_object_agg(k.field, NULL), '{}') FROM json_object_keys(p.after) k(field))`;
const WITHOUT_VALUES = `before = '{}', after = ${NAMES}, row_hash = NULL, erased = true`;

/** Whether a text says something of somebody who was erased. */
const SAYS = (text: string): string => `EXISTS (SELECT FROM erased_value v WHERE position(v.value IN lower(${text})) > 0)`;
const IS = (text: string): string => `lower(btrim(${text})) IN (SELECT value FROM erased_value)`;

const WIPE_ROWS = `
  UPDATE import_row r SET cells = '{}' FROM trace t WHERE r.institution_id = foyer_institution() AND r.import_id = t.import_id AND r.row = t.row AND r.cells <> '{}'`;

/** Changes of removals whose own traces are still to be taken away: from them all the rest is found, so they go last. */
const STILL_NEEDED = `
  p.operation IN ${ERASING} AND p.import_id IN (SELECT i.id FROM import i WHERE i.traces_due_at IS NOT NULL)
  AND EXISTS (SELECT FROM change_result d WHERE d.institution_id = p.institution_id AND d.import_id = p.import_id AND d.row = p.row AND d.part = p.part
    AND d.outcome IN ('updated', 'removed'))`;

const WIPE_CHANGES = `
  UPDATE plan_change p SET ${WITHOUT_VALUES} WHERE p.institution_id = foyer_institution() AND NOT p.erased
    AND p.import_id IN ${HOLDING} AND p.contact_id IN (SELECT contact_id FROM erased_id) AND NOT (${STILL_NEEDED})`;

/** Problems of their rows, problems of others that name them, and those of whole files that quote them. */
const WIPE_ISSUES = [
  `DELETE FROM import_issue i USING trace t WHERE i.institution_id = foyer_institution() AND i.import_id = t.import_id AND i.row = t.row`,
  `DELETE FROM import_issue i WHERE i.institution_id = foyer_institution() AND i.import_id IN ${HOLDING} AND (
     lower(i.params->>'value') IN (SELECT value FROM erased_value) OR lower(i.params->>'stored') IN (SELECT value FROM erased_value)
     OR i.params->>'number' IN (SELECT number FROM erased_person WHERE contact_id NOT IN (SELECT id FROM contact)))`,
  `DELETE FROM import_issue i WHERE i.institution_id = foyer_institution() AND i.row IS NULL AND i.import_id IN (SELECT import_id FROM trace)
     AND ${SAYS('i.params::text')}`,
];

/** Whether a text names somebody who was erased: an e-mail of theirs, or all of their name. A word alone may be anything. */
const NAMES_SOMEBODY = (text: string): string => `(
  EXISTS (SELECT FROM erased_email k WHERE position(k.email IN lower(${text})) > 0)
  OR EXISTS (SELECT FROM erased_name n WHERE length(n.last) > 2 AND position(n.last IN lower(${text})) > 0
    AND (n.first IS NULL OR position(n.first IN lower(${text})) > 0)))`;

const header = (text: string) => `CASE WHEN ${IS(text)} THEN '' ELSE ${text} END`;

/** Files with traces, and those whose header names somebody though their rows are gone. */
const READS_OF = (found: string): string =>
  `i.institution_id = foyer_institution() AND (i.id IN (SELECT import_id FROM trace) OR ${NAMES_SOMEBODY(`${found}::text`)})`;

/** What reading found of files with traces: samples of columns, a row of values taken for the header, and what was quoted. */
const WIPE_READINGS = [
  `UPDATE import i SET profile = (
     SELECT jsonb_agg((c.value - 'mix' - 'values' - 'damages' - 'digits') || jsonb_build_object('samples', '[]'::jsonb, 'header', ${header(`(c.value->>'header')`)}) ORDER BY c.nth)
     FROM jsonb_array_elements(i.profile) WITH ORDINALITY c(value, nth))
   WHERE ${READS_OF('i.profile')} AND jsonb_typeof(i.profile) = 'array'`,
  `UPDATE import i SET reading = i.reading || jsonb_build_object(
     'header', (SELECT coalesce(jsonb_agg(${header('h.value')} ORDER BY h.nth), '[]') FROM jsonb_array_elements_text(i.reading->'header') WITH ORDINALITY h(value, nth)),
     'issues', (SELECT coalesce(jsonb_agg(s.value ORDER BY s.nth) FILTER (WHERE NOT ${SAYS('s.value::text')}), '[]')
       FROM jsonb_array_elements(i.reading->'issues') WITH ORDINALITY s(value, nth)))
   WHERE ${READS_OF('i.reading')} AND jsonb_typeof(i.reading->'header') = 'array' AND jsonb_typeof(i.reading->'issues') = 'array'`,
];

/** Edits of columns hold what somebody typed: those that name somebody go, of imports and of what is remembered for the next file. */
const WIPE_EDITS = ['import', 'recipe', 'recipe_version'].map(
  (table) => `
  UPDATE ${table} t SET edits = jsonb_set(t.edits, '{list}', (
    SELECT coalesce(jsonb_agg(e.value ORDER BY e.nth) FILTER (WHERE NOT ${NAMES_SOMEBODY('e.value::text')}), '[]')
    FROM jsonb_array_elements(t.edits->'list') WITH ORDINALITY e(value, nth)))
  WHERE t.institution_id = foyer_institution() AND jsonb_typeof(t.edits->'list') = 'array' AND ${NAMES_SOMEBODY('t.edits::text')}`,
);

const OF_COLUMNS = (columns: string): string =>
  `(SELECT coalesce(array_agg(${header('h.value')} ORDER BY h.nth), '{}') FROM unnest(${columns}) WITH ORDINALITY h(value, nth))`;

/** What is remembered of files: a row of values taken for the header, a recipe called after somebody, what differed, and how columns were filled. */
const WIPE_RECIPES = [
  ...['recipe', 'recipe_version'].map(
    (table) =>
      `UPDATE ${table} t SET header = ${OF_COLUMNS('t.header')} WHERE t.institution_id = foyer_institution() AND ${NAMES_SOMEBODY(`array_to_string(t.header, ' ')`)}`,
  ),
  `UPDATE recipe t SET name = concat('… ', t.id) WHERE t.institution_id = foyer_institution() AND ${NAMES_SOMEBODY('t.name')}`,
  `UPDATE recipe_file t SET shape = jsonb_set(t.shape, '{columns}', (
     SELECT coalesce(jsonb_agg(CASE WHEN ${SAYS('c.value::text')} THEN (c.value - 'mix') || jsonb_build_object('header', ${header(`(c.value->>'header')`)}) ELSE c.value END ORDER BY c.nth), '[]')
     FROM jsonb_array_elements(t.shape->'columns') WITH ORDINALITY c(value, nth)))
   WHERE t.institution_id = foyer_institution() AND ${NAMES_SOMEBODY('t.shape::text')}`,
  `UPDATE import t SET drift = (
     SELECT coalesce(jsonb_agg((d.value - 'value') || jsonb_build_object('column', ${header(`(d.value->>'column')`)}) ORDER BY d.nth), '[]')
     FROM jsonb_array_elements(t.drift) WITH ORDINALITY d(value, nth))
   WHERE t.institution_id = foyer_institution() AND jsonb_typeof(t.drift) = 'array' AND ${NAMES_SOMEBODY('t.drift::text')}`,
];

/** An import whose file cannot be read, so that nobody knows what is in it, and that nobody goes on with: its file goes unseen. */
const UNKNOWN = `i.id IN (SELECT import_id FROM unreadable) AND (i.state = 'cancelled' OR i.updated_at < now() - interval '1 day')`;

/** Files with traces, and those nobody knows. */
const MARK_FILES = `
  UPDATE stored_file f SET erased_at = coalesce(f.erased_at, now()),
    name = CASE WHEN ${SAYS('f.name')} THEN concat('…', substring(f.name FROM '\\.[[:alnum:]]{1,5}$')) ELSE f.name END
  WHERE f.institution_id = foyer_institution() AND EXISTS (SELECT FROM import i WHERE i.file_id = f.id
    AND (i.id IN (SELECT import_id FROM trace) OR ${UNKNOWN}))
`;

/** The files that were marked since the import erased anybody: when the work is done once more, those that it has not removed yet are among them. */
const MARKED = `
  SELECT key FROM stored_file WHERE institution_id = foyer_institution() AND erased_at >= (SELECT traces_due_at FROM import WHERE id = $1)`;

/**
 * Takes away all that findTraces found but the plan of the import itself. Gives the keys of the files that are to be removed, and how many rows
 * there were.
 */
export async function wipeTraces(client: pg.ClientBase, importId: number): Promise<{ keys: string[]; rows: number }> {
  const { rowCount } = await client.query(WIPE_ROWS);
  await client.query(WIPE_CHANGES);
  for (const sql of [...WIPE_ISSUES, ...WIPE_READINGS, ...WIPE_EDITS, ...WIPE_RECIPES]) await client.query(sql);
  await client.query(MARK_FILES);
  const { rows } = await client.query<{ key: string }>(MARKED, [importId]);
  return { keys: rows.map(({ key }) => key), rows: rowCount ?? 0 };
}

const WIPE_OWN = `
  UPDATE plan_change p SET ${WITHOUT_VALUES} FROM erased_person e
  WHERE p.institution_id = foyer_institution() AND p.import_id = $1 AND p.contact_id = e.contact_id AND NOT p.erased`;

/** Takes away what the plan of the import itself remembers of the people in `erased_person`; they cannot be found again after it. */
export async function wipeOwnPlan(client: pg.ClientBase, importId: number): Promise<void> {
  await client.query(WIPE_OWN, [importId]);
}
