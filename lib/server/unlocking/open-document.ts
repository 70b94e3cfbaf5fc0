import { createDecipheriv, pbkdf2Sync } from 'node:crypto';
import { inflateRawSync } from 'node:zlib';
import { hashRawSync } from '@node-rs/argon2';
import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import { AppError } from '@/lib/server/errors';
import { hashOf } from './password-key';

/** Parts that a reader of tables needs; pictures and the like stay behind. */
const NEEDED = /^(?:mimetype|META-INF\/manifest\.xml|encrypted-package|[\w-]+\.xml)$/;
const MANIFEST = 'META-INF/manifest.xml';
/** The whole document in one part, as LibreOffice locks it since 24.8. */
const WHOLE = 'encrypted-package';
/** Unpacked bytes of a document: what readers of held books take too. */
const MOST_BYTES = 300_000_000;
/** More work than any program asks for would only keep the thread busy; the memory of Argon2 (KiB) is outside its heap. */
const MOST_ROUNDS = 10_000_000;
const MOST_PASSES = 100;
const MOST_MEMORY = 262_144;
const MOST_LANES = 16;
const ARGON2ID = 2;
const KEY_BYTES: readonly number[] = [16, 24, 32];
const TAG_BYTES = 16;

/** How a part is locked: the attributes of its entry in the manifest, by their names without prefixes. */
type Lock = Readonly<Record<string, string>>;

/**
 * A document of OpenDocument without its lock (OpenDocument 1.3 part 2, 3.4; as a whole as of 1.5): AES in CBC with a key by PBKDF2, or in
 * GCM with one by Argon2id. Throws AppError `wrong-password`; `lock-not-known` where it is locked otherwise, such as by Blowfish, which no
 * present library of Node opens, or by a certificate, and where it is not locked.
 */
export function unlockOpenDocument(bytes: Uint8Array, password: string): Uint8Array {
  const parts = neededParts(bytes);
  const manifest = strFromU8(parts[MANIFEST] ?? new Uint8Array(0));
  const locks = locksOf(manifest);
  const whole = parts[WHOLE];
  const wholeLock = locks.get(WHOLE);
  if (whole && wholeLock) return unlockedPart(whole, wholeLock, password);
  if (locks.size === 0) throw new AppError('lock-not-known');
  const files: Zippable = {};
  for (const [path, content] of Object.entries(parts)) {
    const lock = locks.get(path);
    files[path] = [lock ? unlockedPart(content, lock, password) : content, { level: path === 'mimetype' ? 0 : 1 }];
  }
  files[MANIFEST] = strToU8(manifest.replace(/<(?:\w+:)?encryption-data\b[\s\S]*?<\/(?:\w+:)?encryption-data>/g, ''));
  return zipSync(files);
}

function neededParts(bytes: Uint8Array): Record<string, Uint8Array> {
  let left = MOST_BYTES;
  return unzipSync(bytes, {
    filter({ name, originalSize }) {
      if (!NEEDED.test(name)) return false;
      left -= originalSize;
      if (left < 0) throw new AppError('lock-not-known');
      return true;
    },
  });
}

/** How each part is locked, by its path. */
function locksOf(manifest: string): Map<string, Lock> {
  const locks = new Map<string, Lock>();
  for (const [entry, inner] of manifest.matchAll(/<(?:\w+:)?file-entry\b[^>]*?(?:\/>|>([\s\S]*?)<\/(?:\w+:)?file-entry>)/g)) {
    if (!inner?.includes('encryption-data')) continue;
    const path = attributesOf(entry.slice(0, entry.indexOf('>')))['full-path'];
    const about = (name: string) => attributesOf(new RegExp(`<(?:\\w+:)?${name}\\b[^>]*`).exec(inner)?.[0] ?? '');
    if (path) locks.set(path, { ...about('start-key-generation'), ...about('encryption-data'), ...about('algorithm'), ...about('key-derivation') });
  }
  return locks;
}

const attributesOf = (tag: string): Record<string, string> =>
  Object.fromEntries([...tag.matchAll(/(?:\w+:)?([\w-]+)\s*=\s*"([^"]*)"/g)].map(([, name, value]) => [name, value]));

/** Throws AppError `wrong-password`, `lock-not-known`. */
function unlockedPart(locked: Uint8Array, lock: Lock, password: string): Uint8Array {
  const key = keyOf(lock, password);
  const start = Buffer.from(lock['initialisation-vector'] ?? '', 'base64');
  const cipher = /#aes\d+-(cbc|gcm)$/.exec(lock['algorithm-name'] ?? '')?.[1];
  if (!cipher || !KEY_BYTES.includes(key.length)) throw new AppError('lock-not-known');
  const packed = cipher === 'gcm' ? openedSealed(locked, key, start) : openedBlocks(locked, key, start, lock);
  try {
    return inflateRawSync(packed, { maxOutputLength: MOST_BYTES });
  } catch {
    throw new AppError('wrong-password');
  }
}

function keyOf(lock: Lock, password: string): Buffer {
  const first = hashOf(/sha256$/i.test(lock['start-key-generation-name'] ?? '') ? 'sha256' : 'sha1', Buffer.from(password, 'utf8'));
  const salt = Buffer.from(lock.salt ?? '', 'base64');
  const length = Number(lock['key-size'] ?? 16);
  const name = lock['key-derivation-name'] ?? '';
  if (/argon2id$/.test(name)) {
    const [timeCost, memoryCost, parallelism] = [Number(lock['argon2-iterations']), Number(lock['argon2-memory']), Number(lock['argon2-lanes'])];
    if (!(timeCost <= MOST_PASSES && memoryCost <= MOST_MEMORY && parallelism <= MOST_LANES)) throw new AppError('lock-not-known');
    return hashRawSync(first, { algorithm: ARGON2ID, salt, outputLen: length, timeCost, memoryCost, parallelism });
  }
  const rounds = Number(lock['iteration-count']);
  if (!/pbkdf2$/i.test(name) || !(rounds >= 1 && rounds <= MOST_ROUNDS)) throw new AppError('lock-not-known');
  return pbkdf2Sync(first, salt, rounds, length, 'sha1');
}

/** AES in GCM, which says itself whether the key fits: its start and its seal stand around the bytes. */
function openedSealed(locked: Uint8Array, key: Buffer, start: Buffer): Buffer {
  const body = Buffer.from(locked).subarray(start.length);
  const decipher = createDecipheriv(`aes-${key.length * 8}-gcm` as 'aes-256-gcm', key, start);
  decipher.setAuthTag(body.subarray(body.length - TAG_BYTES));
  try {
    return Buffer.concat([decipher.update(body.subarray(0, body.length - TAG_BYTES)), decipher.final()]);
  } catch {
    throw new AppError('wrong-password');
  }
}

/** AES in CBC: the check sum of the beginning tells whether the key fits. */
function openedBlocks(locked: Uint8Array, key: Buffer, start: Buffer, lock: Lock): Buffer {
  const decipher = createDecipheriv(`aes-${key.length * 8}-cbc`, key, start).setAutoPadding(false);
  const filled = Buffer.concat([decipher.update(locked), decipher.final()]);
  const packed = filled.subarray(0, filled.length - (filled[filled.length - 1] ?? 0));
  const type = lock['checksum-type'] ?? '';
  const looked = /1k$/i.test(type) ? packed.subarray(0, 1024) : packed;
  const sum = hashOf(/sha256/i.test(type) ? 'sha256' : 'sha1', looked).toString('base64');
  if (lock.checksum && lock.checksum !== sum) throw new AppError('wrong-password');
  return packed;
}
