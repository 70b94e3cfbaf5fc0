import type pg from 'pg';
import type { TestDatabase } from './database';

interface Column {
  name: string;
  type: string;
  array: boolean;
  needed: boolean;
  /** Labels of an enumeration. */
  labels: string[] | null;
  /** Table a foreign key points at. */
  parent: string | null;
}

const COLUMNS = `
  SELECT a.attname AS name, coalesce(e.typname, t.typname) AS type, t.typelem <> 0 AND t.typlen = -1 AS array,
    a.attnotnull AND NOT a.atthasdef AND a.attidentity = '' AS needed,
    (SELECT array_agg(enumlabel::text ORDER BY enumsortorder) FROM pg_enum WHERE enumtypid = t.oid) AS labels,
    (SELECT confrelid::regclass::text FROM pg_constraint WHERE conrelid = a.attrelid AND contype = 'f' AND conkey = ARRAY[a.attnum]) AS parent
  FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid LEFT JOIN pg_type e ON e.oid = t.typelem AND t.typlen = -1
  WHERE a.attrelid = $1::regclass AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum`;

let counter = 0;

function anyValue({ type, array, labels }: Column, variant: number): unknown {
  counter += 1;
  if (array) return [];
  if (labels) return labels[variant];
  if (/^(int|float|numeric)/.test(type)) return counter;
  if (type === 'json' || type === 'jsonb') return '{}';
  if (type === 'bool') return false;
  if (type === 'bytea') return Buffer.from([counter]);
  if (type === 'uuid') return `00000000-0000-4000-8000-${String(counter).padStart(12, '0')}`;
  if (/^(date|timestamp)/.test(type)) return new Date('2026-05-03T12:00:00Z');
  if (/^(text|varchar|bpchar)$/.test(type)) return `x${counter.toString(36)}`;
  throw new Error(`There is no sample value of the type ${type} yet: add one here.`);
}

export interface Row {
  sql: string;
  values: unknown[];
}

/**
 * The statement that inserts some valid row into a table, whatever its columns are, belonging to the institution where the table
 * knows institutions. Rows it refers to are made by the owner on the way, so that nothing but the table's policies can refuse it.
 * `variant` 0 or 1 gives rows that differ even where a key is made of enumerations alone.
 */
export async function anyRow(db: TestDatabase, table: string, institutionId: number, variant: 0 | 1 = 0): Promise<Row> {
  const columns = (await db.ownerQuery<Column>(COLUMNS, [`"${table}"`])).filter(({ name, needed }) => needed || name === 'institution_id');
  const values: unknown[] = [];
  for (const column of columns) {
    if (column.name === 'institution_id') values.push(institutionId);
    else if (column.parent) values.push(await insertAnyRow(db, column.parent.replaceAll('"', ''), institutionId));
    else values.push(anyValue(column, variant));
  }
  const names = columns.map(({ name }) => `"${name}"`);
  return { sql: `INSERT INTO "${table}" (${names}) VALUES (${names.map((_, at) => `$${at + 1}`)})`, values };
}

/** Inserts such a row as the owner; gives its id where the table has one. */
async function insertAnyRow(db: TestDatabase, table: string, institutionId: number): Promise<unknown> {
  const { sql, values } = await anyRow(db, table, institutionId);
  const [inserted] = await db.ownerQuery<pg.QueryResultRow>(`${sql} RETURNING *`, values);
  return inserted?.id;
}
