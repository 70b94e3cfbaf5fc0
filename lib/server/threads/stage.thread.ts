import { type StagedChunk, type StageTask, stageRows } from '@/lib/server/imports/stage-rows';
import { threadTask } from './thread-task';

threadTask<StageTask, null, StagedChunk>((task, post) => {
  for (const chunk of stageRows(task)) post(chunk, [chunk.copy.buffer]);
  return null;
});
