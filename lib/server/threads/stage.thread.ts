import { type StagedChunk, type StagedShare, type StageTask, stageRows } from '@/lib/server/imports/stage-rows';
import { threadTask } from './thread-task';

/** Of a book others’ code has been at work. */
const isOfText = ({ isText }: StageTask): boolean => isText;

threadTask<StageTask, StagedShare, StagedChunk>((task, post) => {
  const chunks = stageRows(task);
  for (;;) {
    const next = chunks.next();
    if (next.done) return next.value;
    const { staged, aloneIssue, planRows, planChanges } = next.value;
    const { relays: _, ...changes } = planChanges ?? { relays: false };
    post(
      next.value,
      [staged, aloneIssue, ...Object.values(planRows), ...Object.values(changes)].map(({ buffer }) => buffer),
    );
  }
}, isOfText);
