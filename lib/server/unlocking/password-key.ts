import { createHash } from 'node:crypto';

/** A number as the four bytes that are hashed with something else. */
export function littleEndian(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value >>> 0);
  return bytes;
}

export const hashOf = (algorithm: string, ...parts: readonly Uint8Array[]): Buffer => {
  const hash = createHash(algorithm);
  for (const part of parts) hash.update(part);
  return hash.digest();
};

/** The hash of a password, made slow by hashing it again and again ([MS-OFFCRYPTO] 2.3.4.7 and 2.3.4.11). */
export function slowHash(algorithm: string, password: string, salt: Uint8Array, times: number): Buffer {
  let hash = hashOf(algorithm, salt, Buffer.from(password, 'utf16le'));
  for (let turn = 0; turn < times; turn++) hash = hashOf(algorithm, littleEndian(turn), hash);
  return hash;
}

/** A hash brought to the length of a key: cut off, or filled up as the format wants it. */
export const ofLength = (hash: Buffer, length: number, filler = 0x36): Buffer =>
  Buffer.concat([hash, Buffer.alloc(length, filler)]).subarray(0, length);
