import { setTimeout as wait } from 'node:timers/promises';
import { log } from '@/lib/server/log';
import type { OpenDatabase } from './data-folder';

const LOOK_MS = 1_000;

/**
 * Starts the product's own database again when it ends by itself, as by `kill -9`: it recovers from its log, and web and worker connect
 * anew. `onRestart` is called each time. Gives how to end this, to be called before the database is stopped.
 */
export function keepDatabase({ revive }: OpenDatabase, onRestart: () => void): { end(): Promise<void> } {
  const ending = new AbortController();
  const look = async (): Promise<void> => {
    while (await wait(LOOK_MS, true, { signal: ending.signal }).catch(() => false)) {
      // What is left of the former server may hold its memory for a moment: tried again at the next look.
      const revived = await revive().catch((error: unknown) => void log.error({ err: error }, 'the database could not be started again'));
      if (revived) onRestart();
    }
  };
  const looking = look();
  return {
    async end() {
      ending.abort();
      await looking;
    },
  };
}
