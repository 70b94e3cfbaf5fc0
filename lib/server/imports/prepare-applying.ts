import type pg from 'pg';
import { AppError } from '@/lib/server/errors';
import type { Applying } from './apply-chunk';
import { defineForImport, settleDefinitions } from './import-definitions';
import { moveNumberSequence } from './move-number-sequence';

/**
 * What is done before the first row of an import, each time it goes on: the same again changes nothing. Throws `definitions-changed`, having
 * written nothing, where what the plan defines or writes has changed since.
 */
export async function prepareApplying(client: pg.ClientBase, applying: Applying): Promise<void> {
  await moveNumberSequence(client, applying);
  if (applying.kind === 'undo') return;
  if (applying.kind === 'redo') return settleDefinitions(client, 'redo', applying);
  if (!(await defineForImport(client, applying))) throw new AppError('definitions-changed', {}, 409);
}
