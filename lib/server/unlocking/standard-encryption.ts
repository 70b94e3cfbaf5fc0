import { createDecipheriv } from 'node:crypto';
import { AppError } from '@/lib/server/errors';
import { hashOf, littleEndian, ofLength, slowHash } from './password-key';

const ROUNDS = 50_000;
/** AES with keys of 128, 192 and 256 bits. */
const ALGORITHMS: Readonly<Record<number, number>> = { 26126: 16, 26127: 24, 26128: 32 };

/** The two halves of a key ([MS-OFFCRYPTO] 2.3.4.7). */
function keyOf(password: string, salt: Uint8Array, length: number): Buffer {
  const hash = hashOf('sha1', slowHash('sha1', password, salt, ROUNDS), littleEndian(0));
  const half = (mark: number) =>
    hashOf(
      'sha1',
      Buffer.alloc(64, mark).map((byte, at) => byte ^ (hash[at] ?? 0)),
    );
  return Buffer.concat([half(0x36), half(0x5c)]).subarray(0, length);
}

/**
 * The workbook within one that Excel 2007 locked. `info`: the description of the lock, `locked`: the encrypted bytes without their length.
 * Throws AppError `wrong-password`, `lock-not-known`.
 */
export function unlockStandard(info: Buffer, locked: Uint8Array, password: string): Buffer {
  const headerBytes = info.readUInt32LE(8);
  const length = ALGORITHMS[info.readUInt32LE(20)];
  const verifier = info.subarray(12 + headerBytes);
  if (length === undefined || verifier.length < 72) throw new AppError('lock-not-known');
  const key = keyOf(password, verifier.subarray(4, 20), length);
  const decrypted = (bytes: Uint8Array) => {
    const decipher = createDecipheriv(`aes-${length * 8}-ecb`, key, null).setAutoPadding(false);
    return Buffer.concat([decipher.update(bytes), decipher.final()]);
  };
  const expected = hashOf('sha1', decrypted(verifier.subarray(20, 36)));
  if (!ofLength(decrypted(verifier.subarray(40, 72)), expected.length).equals(expected)) throw new AppError('wrong-password');
  return decrypted(locked.subarray(0, locked.length - (locked.length % 16)));
}
