// The end-to-end journeys in a real Chromium, against the product started as people start it. Arguments go to Playwright.
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
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

/** The files of journeys in so many parts that take about as long: longer files tell more. */
function parts(count) {
  const size = (name) => statSync(join('e2e', name)).size;
  const files = readdirSync('e2e').filter((name) => name.endsWith('.spec.ts'));
  const sorted = files.sort((one, other) => size(other) - size(one) || one.localeCompare(other));
  return Array.from({ length: count }, (_, part) =>
    // There and back again, so that no part gets the longer one of every pair.
    sorted.filter((_file, at) => (Math.floor(at / count) % 2 === 0 ? at % count : count - 1 - (at % count)) === part),
  );
}

/** All journeys, in two parts side by side, each on a product of its own: half of a journey is waiting. The web app must be built. */
export async function e2eInParts() {
  const results = await Promise.all(parts(2).map((files, part) => e2e([...files, `--output=test-results/part-${part + 1}`])));
  const sum = (key) => results.reduce((total, result) => total + result[key], 0);
  return { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped'), status: Math.max(...results.map(({ status }) => status ?? 1)) };
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { status } = await e2e(process.argv.slice(2));
  process.exitCode = status ?? 1;
}
