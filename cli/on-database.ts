import { refusalSentence } from '@/cli/read-refusals';
import type { Language } from '@/lib/i18n';
import { AppError } from '@/lib/server/errors';
import { withDatabase } from '@/lib/server/runtime/with-database';
import { refusalText } from './sentences';

/** Runs the work of a command on the installation's database. Gives its exit status: 0, or 1 with the reason on stderr when it was refused. */
export async function onDatabase(command: string, path: string, work: () => Promise<void>, language: Language = 'en'): Promise<number> {
  try {
    await withDatabase(work);
    return 0;
  } catch (error) {
    if (isMissing(error, path)) process.stderr.write(`foyer ${command}: ${path}: ${refusalSentence('no-such-file', {})}\n`);
    else if (error instanceof AppError) process.stderr.write(`foyer ${command}: ${refusalText(error, language)}\n`);
    else throw error;
    return 1;
  }
}

const isMissing = (error: unknown, path: string): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT' && 'path' in error && error.path === path;
