import { AppError } from '@/lib/server/errors';
import { hashOf, littleEndian } from './password-key';
import { rc4 } from './rc4';

const FILE_PASS = 0x2f;
const BOUND_SHEET = 0x85;
/** Records that stay readable: they say where things are and how the rest is locked. */
const OPEN_RECORDS = new Set([0x809, FILE_PASS, 0xe1, 0x160, 0x138, 0x194, 0x195]);
/** A record that every reader passes over: it takes the place of the lock. */
const PASSED_OVER = 0x1b7;
/** Bytes after which the key changes. */
const BLOCK = 1024;

/** Makes the key of a block. */
type BlockKey = (block: number) => Buffer;

/** RC4 with keys of 40 bits ([MS-OFFCRYPTO] 2.3.6). */
function shortKey(password: string, salt: Uint8Array): BlockKey {
  const start = hashOf('md5', Buffer.from(password, 'utf16le')).subarray(0, 5);
  const parts = Array.from({ length: 16 }, () => [start, salt]).flat();
  const hash = hashOf('md5', ...parts).subarray(0, 5);
  return (block) => hashOf('md5', hash, littleEndian(block));
}

/** RC4 of the CryptoAPI ([MS-OFFCRYPTO] 2.3.5). */
function longKey(password: string, salt: Uint8Array, bits: number): BlockKey {
  const hash = hashOf('sha1', salt, Buffer.from(password, 'utf16le'));
  const bytes = (bits || 40) / 8;
  // A key of 40 bits is filled up with zeros.
  return (block) => Buffer.concat([hashOf('sha1', hash, littleEndian(block)).subarray(0, bytes), Buffer.alloc(bytes === 5 ? 11 : 0)]);
}

/** How the records are locked, tried with the password. Throws AppError `wrong-password`, `lock-not-known`. */
function keyOf(lock: Buffer, password: string): BlockKey {
  if (lock.readUInt16LE(0) !== 1) throw new AppError('lock-not-known');
  const isShort = lock.readUInt16LE(2) === 1;
  const verifier = isShort ? 6 : 14 + lock.readUInt32LE(10) + 4;
  const salt = lock.subarray(verifier, verifier + 16);
  const key = isShort ? shortKey(password, salt) : longKey(password, salt, lock.readUInt32LE(14 + 16));
  const hashAt = verifier + 16 + (isShort ? 16 : 20);
  const hash = isShort ? 'md5' : 'sha1';
  const next = rc4(key(0));
  const open = (bytes: Buffer) => bytes.map((byte) => byte ^ next());
  const input = open(lock.subarray(verifier + 16, verifier + 32));
  const expected = hashOf(hash, input);
  if (!Buffer.from(open(lock.subarray(hashAt, hashAt + expected.length))).equals(expected)) throw new AppError('wrong-password');
  return key;
}

/**
 * The records of a workbook of Excel 97 to 2003 without their lock; null when they have none. Throws AppError `wrong-password`,
 * `lock-not-known`.
 */
export function unlockRecords(locked: Uint8Array, password: string): Buffer | null {
  const records = Buffer.from(locked);
  let key: BlockKey | null = null;
  let keyed: { block: number; at: number; next: () => number } | null = null;
  const byteAt = (at: number) => {
    const block = Math.floor(at / BLOCK);
    if (keyed?.block !== block) keyed = { block, at: block * BLOCK, next: rc4((key as BlockKey)(block)) };
    while (keyed.at < at) {
      keyed.next();
      keyed.at++;
    }
    keyed.at++;
    return keyed.next();
  };
  for (let at = 0; at + 4 <= records.length; ) {
    const type = records.readUInt16LE(at);
    const start = at + 4;
    const end = Math.min(records.length, start + records.readUInt16LE(at + 2));
    if (type === FILE_PASS && key === null) {
      key = keyOf(records.subarray(start, end), password);
      records.writeUInt16LE(PASSED_OVER, at);
    } else if (key && !OPEN_RECORDS.has(type)) {
      // Where the records of a sheet begin is not locked.
      for (let i = start + (type === BOUND_SHEET ? 4 : 0); i < end; i++) records[i] = (records[i] as number) ^ byteAt(i);
    }
    at = end;
  }
  return key && records;
}
