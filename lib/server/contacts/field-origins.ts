import type pg from 'pg';

/** The import and the row of its file that a value came with, and when it was written (ISO text). */
export interface FieldOrigin {
  importId: number;
  fileName: string;
  row: number;
  at: string;
}

interface Written extends FieldOrigin {
  /** The import that was taken back by it, of an undo. */
  undoes: number | null;
  keys: string[];
}

/** Changes looked at, newest first: what is older than so many is not known any more. */
const CHANGES = 500;

/** Of a change only its keys: they outlive its values. */
const WRITTEN = `
  SELECT d.import_id AS "importId", i.undoes, f.name AS "fileName", d.row, to_char(d.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS at,
    ARRAY(SELECT json_object_keys(p.after)) AS keys
  FROM (SELECT * FROM change_result WHERE institution_id = foyer_institution() AND contact_id = $1 AND outcome IN ('created', 'updated')
    ORDER BY at DESC, import_id DESC LIMIT ${CHANGES}) d
  JOIN plan_change p USING (institution_id, import_id, row, part)
  JOIN import i ON i.id = d.import_id JOIN stored_file f ON f.id = i.file_id
  ORDER BY d.at DESC, d.import_id DESC`;

/**
 * For each field (or criterion, as `=CODE`) of a contact that an import wrote: the last one to do so. An undo is nobody's source: it takes
 * the import it undoes out of the question, so that a value that came back comes from where it came from first. A field that is not
 * there was not written by an import, or is as it was before the first.
 */
export async function fieldOrigins(client: pg.ClientBase, contactId: string): Promise<Record<string, FieldOrigin>> {
  const { rows } = await client.query<Written>(WRITTEN, [contactId]);
  const origins: Record<string, FieldOrigin> = {};
  const undone = new Map<string, Set<number>>();
  for (const { undoes, keys, ...origin } of rows) {
    for (const key of keys) {
      const out = undone.get(key) ?? new Set();
      if (origins[key] || out.has(origin.importId)) continue;
      if (undoes === null) origins[key] = origin;
      else undone.set(key, out.add(undoes));
    }
  }
  return origins;
}
