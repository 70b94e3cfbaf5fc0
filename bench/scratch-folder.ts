import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * A folder of its own for one benchmark, and the settings that keep the product's code inside it. To be called before anything that
 * reads the settings is loaded: they are read once.
 */
export function makeScratchFolder(): { path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'foyer-bench-'));
  // The database server may run as another user than this process (root's case) and must be able to enter.
  chmodSync(path, 0o711);
  Object.assign(process.env, { FOYER_DATA: path, FOYER_LOG: 'error', DATABASE_URL: '', DATABASE_APP_URL: '', S3_BUCKET: '' });
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}
