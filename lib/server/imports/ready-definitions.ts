import type pg from 'pg';
import { AppError } from '@/lib/server/errors';
import type { Applying } from './apply-chunk';
import { defineForImport, settleDefinitions } from './import-definitions';

/**
 * Sees to it that what the changes of an import need is defined, before its first row and each time it goes on: the same again changes
 * nothing. Throws `definitions-changed`, having written nothing, where what the plan defines or writes has changed since.
 */
export async function readyDefinitions(client: pg.ClientBase, applying: Applying): Promise<void> {
  if (applying.kind === 'undo') return;
  if (applying.kind === 'redo') return settleDefinitions(client, 'redo', applying);
  if (!(await defineForImport(client, applying))) throw new AppError('definitions-changed', {}, 409);
}
