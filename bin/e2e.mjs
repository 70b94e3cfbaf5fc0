// The end-to-end journeys in a real Chromium, against the product started as people start it. Arguments go to Playwright.
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { findChromium } from './chromium.mjs';
import { program, runNode } from './steps.mjs';

const freePort = () =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });

/** Runs the journeys on a data folder of their own; gives how many passed and failed. */
export async function e2e(args = []) {
  const folder = mkdtempSync(join(tmpdir(), 'foyer-e2e-'));
  // The database server may run as another user than this process and must be able to enter.
  chmodSync(folder, 0o711);
  const report = join(folder, 'report.json');
  const env = {
    FOYER_CHROMIUM: findChromium(),
    PORT: String(await freePort()),
    FOYER_DATA: join(folder, 'data'),
    PLAYWRIGHT_JSON_OUTPUT_NAME: report,
  };
  const { status } = await runNode([program('@playwright/test/cli.js'), 'test', ...args], { live: true, env });
  try {
    const { stats } = JSON.parse(readFileSync(report, 'utf8'));
    return { passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped, status };
  } catch {
    return { passed: 0, failed: 1, skipped: 0, status };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { status } = await e2e(process.argv.slice(2));
  process.exitCode = status ?? 1;
}
