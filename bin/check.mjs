// The fast part of the tests: format, lint and import walls, types of app and engine, dead code.
import { pathToFileURL } from 'node:url';
import { generateWhenNeeded } from './build.mjs';
import { program, runNode, step } from './steps.mjs';

/** Runs the four checks; gives how many passed and failed. */
export async function check() {
  generateWhenNeeded();
  // Types of the routes, which the app's types refer to.
  await runNode([program('next/dist/bin/next'), 'typegen']);
  const results = await Promise.all([
    step('format, lint, import walls', [program('@biomejs/biome/bin/biome'), 'ci', '--colors=off', '.']),
    step('types of the app', [program('typescript/bin/tsc'), '--noEmit']),
    step('types of the engine, without Node or DOM', [program('typescript/bin/tsc'), '--noEmit', '-p', 'lib/engine/tsconfig.json']),
    step('dead code and unlisted dependencies', [program('knip/bin/knip.js'), '--no-progress']),
  ]);
  const passed = results.filter(Boolean).length;
  return { passed, failed: results.length - passed };
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { failed } = await check();
  process.exitCode = failed ? 1 : 0;
}
