import { mkdirSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { namedFiles } from '@/cli/listed-files';
import { runTasks } from '@/cli/run-tasks';

const USAGE = 'Usage: foyer map [FILE...] [--files-from LIST] --out DIR\n';

/** `foyer map`: writes for each file which field each of its columns goes to, how sure that is and why. */
export async function map(args: string[]): Promise<number> {
  const parsed = parsedArgs(args);
  if (!parsed?.values.out) {
    process.stderr.write(USAGE);
    return 2;
  }
  const { out } = parsed.values;
  mkdirSync(out, { recursive: true });
  const files = namedFiles(parsed.positionals, parsed.values['files-from']);
  return runTasks(
    'map-cli',
    files.map((file) => ({ ...file, out })),
  );
}

function parsedArgs(args: string[]) {
  try {
    return parseArgs({ args, allowPositionals: true, options: { out: { type: 'string' }, 'files-from': { type: 'string' } } });
  } catch {
    return null;
  }
}
