import { type Edits, type EditsPreview, LIMITS, type Mapping, openFile, type ReadOptions, startEditsPreview } from '@/lib/engine';
import { fileSource } from './file-source';
import { threadTask } from './thread-task';

/** Edits to be tried on a file, of which nothing is kept. */
export interface EditsTask {
  path: string;
  name: string;
  options: ReadOptions;
  edits: Edits;
  mapping: Mapping;
  /** ISO 3166-1 alpha-2. */
  country: string;
}

threadTask<EditsTask, EditsPreview>(({ path, name, options, edits, mapping, country }) => {
  const source = { ...fileSource(path), name };
  try {
    const preview = startEditsPreview(edits, { mapping, country });
    let rows = 0;
    for (const chunk of openFile(source, options).chunks(LIMITS.chunkRows)) {
      if (rows >= LIMITS.editedRows) return preview.result(false);
      preview.add(chunk);
      rows += chunk.length;
    }
    return preview.result(true);
  } finally {
    source.close();
  }
});
