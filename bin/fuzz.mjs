// Damages a file of each format in ever new ways and reads it, for as many seconds as the argument says (600).
import { program, runNode } from './steps.mjs';

process.env.FUZZ_SECONDS = process.argv[2] ?? '600';
const { status } = await runNode([program('vitest/vitest.mjs'), 'run', '--project', 'unit', 'lib/engine/readers/fuzz.test.ts'], { live: true });
process.exitCode = status;
