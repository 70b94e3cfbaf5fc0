import { execFile } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { startEmbedded } from '@/lib/server/database/embedded';
import { deriveKey } from '@/lib/server/env';
import { holdDataFolder } from './instance-lock';

const secret = 'a secret of this test alone, 32 characters or more';
const folder = mkdtempSync(join(tmpdir(), 'foyer-with-'));
chmodSync(folder, 0o711);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const file = join(folder, 'members.csv');
writeFileSync(file, 'LASTNAME\nLovelace\n');

/** `foyer plan` on the data folder, without a database that is configured. Gives what it says on stderr and its exit status. */
const plan = () =>
  // Not synchronous: this process holds the folder and must answer.
  new Promise<{ status: unknown; stderr: string }>((resolve) => {
    const env = { ...process.env, DATABASE_URL: '', DATABASE_APP_URL: '', FOYER_DATA: folder, FOYER_SECRET: secret };
    execFile(process.execPath, ['bin/foyer.mjs', 'plan', file, '--institution', 'NOBODY'], { env }, (error, _, stderr) =>
      resolve({ status: error?.code ?? 0, stderr }),
    );
  });

describe('a command without a configured database', () => {
  it('works on the one of the data folder: started for it, or the running one, and says when there is none', async () => {
    const asked = { status: 1, stderr: expect.stringMatching(/^foyer plan: Say which institution, by its code: [A-Z]+, [A-Z]+\.\n$/) };
    expect(await plan(), 'started, with the demo in it').toEqual(asked);

    const lock = await holdDataFolder(folder);
    expect((await plan()).stderr, 'held without a server').toContain(`Foyer runs on the data folder ${folder}, but its database cannot be reached`);

    const server = await startEmbedded({ dir: join(folder, 'postgres'), password: deriveKey(secret, 'database owner'), durable: false });
    try {
      expect(await plan(), 'on the running server').toEqual(asked);
      expect(existsSync(join(server.folder, 'postmaster.pid')), 'which goes on').toBe(true);
    } finally {
      await server.stop();
      lock?.release();
    }
  });
});
