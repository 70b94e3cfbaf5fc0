import { cleanRows, LIMITS, mapRows, openFile, type ProposedDefinition, prepareCleaning, proposalsOf, propose, startProposing } from '@/lib/engine';
import type { ProposeTask } from '@/lib/server/imports/propose-definitions';
import { fileSource } from './file-source';
import { threadTask } from './thread-task';

threadTask<ProposeTask, ProposedDefinition[], number>(({ path, readOptions, mapping, profile, institution }, post) => {
  const source = fileSource(path);
  const cleaning = prepareCleaning(institution, mapping, profile);
  const proposing = startProposing(institution);
  let rows = 0;
  try {
    for (const raw of openFile(source, readOptions).chunks(LIMITS.chunkRows)) {
      propose(cleanRows(mapRows(raw, mapping), cleaning), proposing);
      rows += raw.length;
      post(rows);
    }
    return proposalsOf(proposing);
  } finally {
    source.close();
  }
});
