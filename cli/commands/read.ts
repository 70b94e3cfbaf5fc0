import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { refusalSentence } from '@/cli/read-refusals';
import { ReadThread } from '@/cli/read-threads';
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
  const thread = new ReadThread();
  let status = 0;
  for (const task of tasks) {
    const { refusal } = await thread.run(task);
    if (!refusal) continue;
    const message = refusalSentence(refusal.code, refusal.params);
    const { encoding } = refusal.params;
    writeFileSync(join(task.out, `${task.id}.json`), JSON.stringify({ file: task.path, encoding, error: { code: refusal.code, message } }));
    process.stderr.write(`${task.path}: ${message}\n`);
    if (refusal.code === 'internal' || refusal.code === 'no-such-file') status = 1;
  }
  await thread.close();
  return status;
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
  const named = positionals.map((path) => ({ id: basename(path), path }));
  const listed = values['files-from'] ? listOf(values['files-from']) : [];
  mkdirSync(out, { recursive: true });
  return [...named, ...listed].map((file) => ({ ...file, ...common }));
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

/** Each line is `ID<TAB>PATH` or a path alone. */
function listOf(path: string): { id: string; path: string }[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .map((line) => line.replace(/\r$/, ''))
    .filter((line) => line !== '')
    .map((line) => {
      const tab = line.indexOf('\t');
      return tab < 0 ? { id: basename(line), path: line } : { id: line.slice(0, tab), path: line.slice(tab + 1) };
    });
}
