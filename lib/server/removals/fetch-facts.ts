import type pg from 'pg';
import type { RemovalFacts } from '@/lib/engine';

const FACTS = `
  SELECT c.id::text AS id, c.created_by_import IS NOT NULL AS "isImported", s.sales, s.balance::text AS balance, s.open_orders AS "openOrders"
  FROM contact c LEFT JOIN contact_standing s ON s.institution_id = c.institution_id AND s.contact_id = c.id WHERE c.id = ANY($1::bigint[])`;

type Row = { id: string; isImported: boolean } & ({ sales: number; balance: string; openOrders: number } | { sales: null });

/** What must be known of these contacts, beside their fields, before anything of them is removed, by their ids. */
export async function fetchFacts(client: pg.ClientBase, ids: readonly string[]): Promise<Map<string, RemovalFacts>> {
  if (ids.length === 0) return new Map();
  const { rows } = await client.query<Row>(FACTS, [ids]);
  return new Map(
    rows.map((row) => {
      const standing = row.sales === null ? null : { sales: row.sales, balance: BigInt(row.balance), openOrders: row.openOrders };
      return [row.id, { isImported: row.isImported, standing }];
    }),
  );
}
