import type { ByteSource } from '@/lib/engine/types';

/** Bytes at hand as a source: a file that is in memory already. */
export const bytesSource = (bytes: Uint8Array, name = 'file'): ByteSource => ({
  size: bytes.length,
  name,
  read: (offset, length) => bytes.subarray(offset, offset + length),
});
