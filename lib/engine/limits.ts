/** Every number that bounds an import, with its reason. */
export const LIMITS = {
  /** Bytes of an uploaded file. A million rows of fifteen columns are about 150 MB; the rest is headroom. */
  fileBytes: 1_000_000_000,
  /** Rows of a file. Ten times what the largest venue holds. */
  rows: 5_000_000,
  /** Columns of a file: the whole format has 93, a wide export of another tool a few hundred. */
  columns: 1_000,
  /** Characters of one cell: Excel's own limit. */
  cellChars: 32_767,
  /** Rows handed from stage to stage at a time: enough to make batches cheap, few enough to keep memory flat. */
  chunkRows: 2_000,
  /** Bytes looked at first when a text file is opened. */
  sniffBytes: 1 << 20,
  /** Rows of the preview on the Read step. */
  previewRows: 50,
  /** Rows on which edits are tried before they count: enough to see what they do, few enough to be seen at once. */
  editedRows: 100_000,
  /** Distinct values counted per column; above it the count says "more than". */
  distinctValues: 10_000,
  /** Distinct values of a column that are listed with their counts: more than any list of codes has that a person goes through. */
  listedValues: 300,
  /** Listed values of a file in all: a file of a thousand columns would otherwise be kept twice. The columns that have most lose theirs. */
  listedInFile: 20_000,
  /** Characters of a value that is listed: a longer one is a text. */
  listedValueChars: 80,
  /** Samples kept per column. */
  samples: 5,
  /** Rows of a file of definitions: fifty criteria with a hundred values each are a very large institution. */
  definitionRows: 5_000,
  /** Bytes of a file of definitions; what a form may send is bounded by it. */
  definitionBytes: 900_000,
  /** Bytes of a file that holds a recipe: a thousand columns with their edits; what a form may send is bounded by it. */
  recipeBytes: 900_000,
  /** Milliseconds a file may take to be opened for a preview. */
  previewMs: 20_000,
  /** Milliseconds without any progress after which reading a file is given up. */
  stalledMs: 60_000,
  /** Heap of a thread that reads a file, in MB: a hostile file ends its thread, not the product. */
  threadHeapMb: 1_024,
} as const;
