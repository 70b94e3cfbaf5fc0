import { LIMITS, openFile, readStanding, standingColumns } from '@/lib/engine';
import { copyLine } from '@/lib/server/database/copy-rows';
import { AppError } from '@/lib/server/errors';
import { fileSource } from './file-source';
import type { StandingChunk, StandingTask } from './standing-task';
import { threadTask } from './thread-task';

threadTask<StandingTask, null, StandingChunk>(({ path }, post) => {
  const source = fileSource(path);
  try {
    const table = openFile(source, {});
    const { places, missing } = standingColumns(table.reading.header);
    if (missing.length > 0) throw new AppError('standing-columns-missing', { value: missing.join(', ') });
    for (const chunk of table.chunks(LIMITS.chunkRows)) {
      const { told, wrong } = readStanding(chunk, places);
      const lines = told.map(({ row, contactNr, sales, lastPurchase, balance, openOrders, beneficiary }) =>
        copyLine([row, contactNr, sales, lastPurchase, balance, openOrders, beneficiary ? 't' : 'f']),
      );
      post({ lines: lines.join(''), rows: chunk.length, wrong });
    }
    return null;
  } finally {
    source.close();
  }
});
