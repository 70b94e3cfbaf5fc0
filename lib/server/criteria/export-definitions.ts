import { z } from 'zod';
import { DEFINITION_LISTS, writeDefinitions } from '@/lib/engine';
import { type Actor, requirePermission } from '@/lib/server/actor';
import { inScope } from '@/lib/server/database/scope';
import type { Table } from '@/lib/server/formats/write-table';
import { readDefinitions } from './read-definitions';

const input = z.object({ list: z.enum(DEFINITION_LISTS) });

/** The institution's criteria or structure types as a table that an import changes nothing of. */
export async function exportDefinitions(actor: Actor, request: z.input<typeof input>): Promise<Table> {
  requirePermission(actor, 'criteria.view');
  const { list } = input.parse(request);
  const { institutionId, userId } = actor;
  const definitions = await inScope({ kind: 'institution', institutionId, userId }, (db) => readDefinitions(db, institutionId));
  const { header, rows } = writeDefinitions(list, definitions);
  return {
    header,
    rows: (async function* () {
      yield rows;
    })(),
  };
}
