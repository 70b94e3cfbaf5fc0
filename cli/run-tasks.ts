import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { refusalSentence } from '@/cli/read-refusals';
import { FileThread, type FileThreadName, type TaskOf } from '@/cli/read-threads';

/**
 * Runs tasks one after another in a thread. A refused file gets its reason as its description and on the terminal. Gives the exit
 * status: 1 only where a file was missing or the product failed.
 */
export async function runTasks<Name extends FileThreadName>(name: Name, tasks: readonly TaskOf<Name>[]): Promise<number> {
  const thread = new FileThread(name);
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
