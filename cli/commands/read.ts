import { mkdirSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { namedFiles } from '@/cli/listed-files';
import { runTasks } from '@/cli/run-tasks';
import type { ReadOptions } from '@/lib/engine';
import type { ReadTask } from '@/lib/server/threads/read-cli.thread';

const USAGE = 'Usage: foyer read [FILE...] [--files-from LIST] [--sheet NAME|INDEX] [--all-sheets] [--encoding E] [--delimiter D] --out DIR\n';

/** `foyer read`: writes each file as plain CSV with a description of how it was read, or the reason why it was not. */
export async function read(args: string[]): Promise<number> {
  const tasks = tasksOf(args);
  if (tasks === null) {
    process.stderr.write(USAGE);
    return 2;
  }
  return runTasks('read-cli', tasks);
}

/** Null when the arguments make no sense. */
function tasksOf(args: string[]): ReadTask[] | null {
  const parsed = parsedArgs(args);
  if (!parsed?.values.out) return null;
  const { values, positionals } = parsed;
  const out = values.out as string;
  const { sheet, delimiter } = values;
  if (delimiter !== undefined && [...delimiter].length !== 1) return null;
  const options: ReadOptions = { encoding: values.encoding, delimiter };
  const numbered = sheet !== undefined && /^\d+$/.test(sheet);
  if (numbered) options.sheet = Number(sheet);
  const common = { out, options, sheetName: numbered ? undefined : sheet, allSheets: values['all-sheets'] === true };
  mkdirSync(out, { recursive: true });
  return namedFiles(positionals, values['files-from']).map((file) => ({ ...file, ...common }));
}

function parsedArgs(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        out: { type: 'string' },
        'files-from': { type: 'string' },
        sheet: { type: 'string' },
        'all-sheets': { type: 'boolean' },
        encoding: { type: 'string' },
        delimiter: { type: 'string' },
      },
    });
  } catch {
    return null;
  }
}
