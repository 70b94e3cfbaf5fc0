// Everything: checks, unit and database tests, end-to-end journeys. The last line counts them.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildWhenNeeded } from './build.mjs';
import { check } from './check.mjs';
import { e2eInParts } from './e2e.mjs';
import { program, runNode, step } from './steps.mjs';

async function unitAndDatabase() {
  const folder = mkdtempSync(join(tmpdir(), 'foyer-vitest-'));
  const report = join(folder, 'report.json');
  // Journeys wait for pages as people do; tests of units have time.
  const { status, output } = await runNode(
    [program('vitest/vitest.mjs'), 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
    {
      behind: true,
    },
  );
  process.stdout.write(output);
  try {
    const { numPassedTests: passed, numFailedTests: failed, numPendingTests: skipped } = JSON.parse(readFileSync(report, 'utf8'));
    // A file that cannot be loaded has no tests to fail, yet the run failed.
    return { passed, failed: failed || (status === 0 ? 0 : 1), skipped };
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function journeys() {
  // Two products that start at once would both build it.
  const isBuilt = await step('web app', [program('next/dist/bin/next'), 'build']);
  return isBuilt ? e2eInParts() : { passed: 0, failed: 1, skipped: 0 };
}

const checked = await check();
// Tests would else make it anew under the build of the web app, which looks at it.
await buildWhenNeeded();
// Side by side: both wait for processes and pauses half of their time.
const results = [checked, ...(await Promise.all([unitAndDatabase(), journeys()]))];
const sum = (key) => results.reduce((total, result) => total + (result[key] ?? 0), 0);
process.stdout.write(`\n${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped\n`);
process.exitCode = sum('failed') || results.some(({ status }) => status) ? 1 : 0;
