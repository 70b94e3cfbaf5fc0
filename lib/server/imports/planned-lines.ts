import type pg from 'pg';
import {
  BUCKETS,
  type Bucket,
  type ChangeKind,
  type ChangeValues,
  type ContactKind,
  FIELDS,
  fieldOfKey,
  type Issue,
  isTyped,
  LIMITS,
  type RemovalCode,
} from '@/lib/engine';
import type { ImportCounts } from './import-counts';
import { PASSING } from './plan-target';

/** One contact that a row changes, or a row that changes none. */
export interface PlannedLine {
  row: number;
  /** null for a row that changes no contact. */
  part: ContactKind | null;
  /** What becomes of the contact, or the bucket of a row that changes none. */
  kind: ChangeKind | Bucket;
  /** What a removal does to the contact; absent from any other change. */
  operation?: RemovalCode;
  /** null where the contact is to get its number, or there is none. */
  contactNr: string | null;
  /** By field, in the order of the format, or criterion (`=CODE`), behind them: the value before and after, null where empty. Only those that change; numbers in normal form alone. */
  fields: Record<string, [before: string | null, after: string | null]>;
  /** Of the row; with the first of its lines alone. */
  issues: Pick<Issue, 'field' | 'code' | 'level' | 'params'>[];
}

interface PlannedRecord {
  row: number;
  bucket: Bucket;
  changes: {
    part: ContactKind;
    kind: ChangeKind;
    operation: RemovalCode | null;
    contactNr: string | null;
    before: ChangeValues;
    after: ChangeValues;
  }[];
  issues: PlannedLine['issues'];
}

const PAGE = `
  SELECT r.row, r.bucket,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('part', c.part, 'kind', c.kind, 'operation', c.operation, 'contactNr', coalesce(k.number, c.after->>'CONTACT_NR'),
        'before', c.before, 'after', c.after) ORDER BY c.part), '[]')
      FROM ${PASSING.changes} c LEFT JOIN contact k ON k.id = c.contact_id WHERE c.row = r.row) AS changes,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('field', i.field, 'code', i.code, 'level', i.level, 'params', i.params) ORDER BY i.ctid), '[]')
      FROM listed_issue i WHERE i.row = r.row) AS issues
  FROM ${PASSING.rows} r WHERE r.row > $1 ORDER BY r.row LIMIT $2`;

const LIST_ISSUES = [
  'CREATE TEMP TABLE listed_issue ON COMMIT DROP AS SELECT * FROM planned_issue',
  'CREATE INDEX ON listed_issue (row)',
  'ANALYZE listed_issue (row)',
];

/** A plan in the tables of passingPlan (see makePlan), in the order of the file. */
export async function* plannedLines(client: pg.ClientBase): AsyncGenerator<PlannedLine[]> {
  for (const sql of LIST_ISSUES) await client.query(sql);
  for (let last = -1; ; ) {
    const { rows } = await client.query<PlannedRecord>(PAGE, [last, LIMITS.chunkRows]);
    if (rows.length === 0) return;
    yield rows.flatMap(linesOf);
    last = rows.at(-1)?.row ?? last;
  }
}

function linesOf({ row, bucket, changes, issues: found }: PlannedRecord): PlannedLine[] {
  const issues = found.map(({ field, code, level, params }) => ({ field, code, level, params }));
  if (changes.length === 0) return [{ row, part: null, kind: bucket, contactNr: null, fields: {}, issues }];
  return changes.map(({ part, kind, operation, contactNr, before, after }, at) => ({
    row,
    part,
    kind,
    ...(operation && { operation }),
    contactNr,
    fields: changedFields(before, after),
    issues: at === 0 ? issues : [],
  }));
}

function changedFields(before: ChangeValues, after: ChangeValues): PlannedLine['fields'] {
  const values = (of: ChangeValues, key: string): string | null => of[key as keyof ChangeValues] ?? null;
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((key) => !isTyped(key));
  return Object.fromEntries(keys.sort(byFormat).map((key) => [key, [values(before, key), values(after, key)]]));
}

const places = new Map<string, number>(FIELDS.map(({ code }, at) => [code, at]));
const placeOf = (key: string): number => places.get(fieldOfKey(key)) ?? places.size;

const byFormat = (one: string, other: string): number => placeOf(one) - placeOf(other) || (one < other ? -1 : 1);

/** The buckets of a plan in the tables of passingPlan. Throws when they do not add up to the rows of the file, which would be a bug. */
export async function countPlanned(client: pg.ClientBase, rows: number): Promise<ImportCounts> {
  const { rows: found } = await client.query<{ bucket: Bucket; count: number }>(
    `SELECT bucket, count(*)::int AS count FROM ${PASSING.rows} GROUP BY bucket`,
  );
  const counts = { rows, ...Object.fromEntries(BUCKETS.map((bucket) => [bucket, 0])) } as ImportCounts;
  for (const { bucket, count } of found) counts[bucket] = count;
  const sum = BUCKETS.reduce((total, bucket) => total + counts[bucket], 0);
  if (sum !== rows) throw new Error(`${rows} rows, but the buckets add up to ${sum}`);
  return counts;
}
