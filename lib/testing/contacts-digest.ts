import type { TestDatabase } from './database';

const PARTS = ['contact_address', 'contact_means', 'contact_authorizations', 'contact_criterion'];

const WHICH = ['id', 'institution_id', 'contact_id', 'structure_id', 'created_at', 'updated_at', 'created_by_import', 'updated_by_import'];
const HISTORY = ['version', 'row_hash', 'row_hash_version'];

/**
 * All that an institution's contacts hold, without ids, times and imports: equal when two runs came to the same end. With `values` also
 * without versions and what rows told: equal when the same is stored, however often it was written.
 */
export async function digestOfContacts(
  db: Pick<TestDatabase, 'ownerQuery'>,
  institutionId: number,
  compared: 'all' | 'values' = 'all',
): Promise<string> {
  const leftOut = compared === 'all' ? WHICH : [...WHICH, ...HISTORY];
  const left = `- ARRAY[${leftOut.map((column) => `'${column}'`).join(', ')}]`;
  const parts = PARTS.map(
    (part) => `(SELECT jsonb_agg((to_jsonb(p) ${left}) ORDER BY to_jsonb(p) ${left}) FROM ${part} p WHERE p.contact_id = c.id)`,
  );
  const [row] = await db.ownerQuery<{ digest: string }>(
    `SELECT md5(string_agg((to_jsonb(c) ${left})::text || coalesce(s.number, '') || jsonb_build_array(${parts.join(', ')})::text, E'\\n' ORDER BY c.number)) AS digest
     FROM contact c LEFT JOIN contact s ON s.id = c.structure_id WHERE c.institution_id = $1`,
    [institutionId],
  );
  return row?.digest ?? '';
}
