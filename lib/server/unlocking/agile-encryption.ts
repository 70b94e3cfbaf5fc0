import { createDecipheriv } from 'node:crypto';
import { AppError } from '@/lib/server/errors';
import { hashOf, littleEndian, ofLength, slowHash } from './password-key';

/** Bytes that are encrypted by themselves, each with a start of its own. */
const SEGMENT = 4096;
/** More rounds of hashing than any program writes would only keep the thread busy. */
const MOST_ROUNDS = 10_000_000;

/** What each key that follows from the password is for ([MS-OFFCRYPTO] 2.3.4.13). */
const PURPOSE = {
  verifierInput: Buffer.from('fea7d2763b4b9e79', 'hex'),
  verifierHash: Buffer.from('d7aa0f6d3061344e', 'hex'),
  packageKey: Buffer.from('146e0be7abacd0d6', 'hex'),
};

interface Cipher {
  hash: string;
  salt: Buffer;
  keyBytes: number;
  blockBytes: number;
}

function cipherOf(element: string): Cipher & { text: (name: string) => string } {
  const text = (name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(element)?.[1] ?? '';
  if (text('cipherAlgorithm') !== 'AES' || text('cipherChaining') !== 'ChainingModeCBC') throw new AppError('lock-not-known');
  return {
    text,
    hash: text('hashAlgorithm').toLowerCase().replace('-', ''),
    salt: Buffer.from(text('saltValue'), 'base64'),
    keyBytes: Number(text('keyBits')) / 8,
    blockBytes: Number(text('blockSize')),
  };
}

function decrypted(key: Buffer, start: Buffer, bytes: Uint8Array): Buffer {
  const decipher = createDecipheriv(`aes-${key.length * 8}-cbc`, key, start).setAutoPadding(false);
  return Buffer.concat([decipher.update(bytes), decipher.final()]);
}

/**
 * The workbook within one that Excel 2010 or later locked. `info`: the XML that says how, `locked`: the encrypted bytes without their
 * length. Throws AppError `wrong-password`, `lock-not-known`.
 */
export function unlockAgile(info: string, locked: Uint8Array, password: string): Buffer {
  const data = cipherOf(/<keyData\b[^>]*>/.exec(info)?.[0] ?? '');
  const lock = cipherOf(/<(?:\w+:)?encryptedKey\b[^>]*>/.exec(info)?.[0] ?? '');
  const rounds = Number(lock.text('spinCount'));
  if (!(rounds <= MOST_ROUNDS)) throw new AppError('lock-not-known');
  const hash = slowHash(lock.hash, password, lock.salt, rounds);
  const value = (purpose: Buffer, name: string) =>
    decrypted(
      ofLength(hashOf(lock.hash, hash, purpose), lock.keyBytes),
      ofLength(lock.salt, lock.blockBytes),
      Buffer.from(lock.text(name), 'base64'),
    );
  const input = value(PURPOSE.verifierInput, 'encryptedVerifierHashInput');
  const expected = hashOf(lock.hash, input.subarray(0, lock.salt.length));
  if (!value(PURPOSE.verifierHash, 'encryptedVerifierHashValue').subarray(0, expected.length).equals(expected)) throw new AppError('wrong-password');
  const key = value(PURPOSE.packageKey, 'encryptedKeyValue').subarray(0, data.keyBytes);
  const segments: Buffer[] = [];
  for (let at = 0; at < locked.length; at += SEGMENT) {
    const start = ofLength(hashOf(data.hash, data.salt, littleEndian(at / SEGMENT)), data.blockBytes);
    const bytes = locked.subarray(at, at + SEGMENT);
    segments.push(decrypted(key, start, bytes.subarray(0, bytes.length - (bytes.length % data.blockBytes))));
  }
  return Buffer.concat(segments);
}
