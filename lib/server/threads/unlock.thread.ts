import { readFileSync, writeFileSync } from 'node:fs';
import { AppError } from '@/lib/server/errors';
import { unlockedBook } from '@/lib/server/unlocking/unlocked-book';
import { threadTask } from './thread-task';

/** A locked file and where its unlocked bytes go. The password lives as long as this thread. */
export interface UnlockTask {
  path: string;
  out: string;
  password: string;
}

threadTask<UnlockTask, null>(({ path, out, password }) => {
  try {
    writeFileSync(out, unlockedBook(readFileSync(path), password), { mode: 0o600 });
  } catch (error) {
    // What a hostile lock makes of our reading of it is its fault, not ours.
    throw error instanceof AppError ? error : new AppError('lock-not-known');
  }
  return null;
});
