import { readTextStart, TEXT_START_BYTES, type TextStart } from '@/lib/engine';

/** The first rows of a file that the browser holds, from its first bytes only; null for anything but plain text. */
export async function readFirstRows(file: File): Promise<TextStart | null> {
  return readTextStart(new Uint8Array(await file.slice(0, TEXT_START_BYTES).arrayBuffer()), file.size);
}
