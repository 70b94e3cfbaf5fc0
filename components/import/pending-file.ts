/** The file a person chose before its import had a page; it waits here while the browser goes to that page. */
let pending: { importId: number; file: File } | null = null;

/** Keeps a file for the upload page of an import. */
export const keepFile = (importId: number, file: File): void => {
  pending = { importId, file };
};

/** The file kept for this import; null when it was chosen on another day or in another tab. */
export const keptFile = (importId: number): File | null => (pending?.importId === importId ? pending.file : null);
