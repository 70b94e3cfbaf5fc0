import { createCipheriv, createHash, pbkdf2Sync } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import { CFB, utils, write } from '@e965/xlsx';
import { hashRawSync } from '@node-rs/argon2';
import { strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import { littleEndian, ofLength, slowHash } from './password-key';
import { rc4 } from './rc4';

const ROWS = [
  ['name', 'town'],
  ['Zoë', 'Köln'],
];

function book(bookType: 'xlsx' | 'biff8' | 'ods'): Buffer {
  const workbook = utils.book_new();
  utils.book_append_sheet(workbook, utils.aoa_to_sheet(ROWS), 'S');
  return Buffer.from(write(workbook, { type: 'array', bookType }) as ArrayBuffer);
}

const digest = (algorithm: string, ...parts: Uint8Array[]) => createHash(algorithm).update(Buffer.concat(parts)).digest();
const filled = (bytes: Buffer, block: number) => Buffer.concat([bytes, Buffer.alloc((block - (bytes.length % block)) % block)]);

function container(info: Buffer, encrypted: Buffer, size: number): Buffer {
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(size));
  const file = CFB.utils.cfb_new();
  CFB.utils.cfb_add(file, '/EncryptionInfo', info);
  CFB.utils.cfb_add(file, '/EncryptedPackage', Buffer.concat([length, encrypted]));
  return Buffer.from(CFB.write(file, { type: 'buffer' }) as Uint8Array);
}

/** Names of the manifest that are the same for every lock. */
const MANIFEST = 'xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"';

function manifestOf(entries: readonly string[]): Uint8Array {
  const root = '<manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/>';
  return strToU8(`<manifest:manifest ${MANIFEST}>${root}${entries.join('')}</manifest:manifest>`);
}

const entryOf = (path: string, data: string, algorithm: string, derivation: string) =>
  `<manifest:file-entry manifest:full-path="${path}"><manifest:encryption-data ${data}><manifest:algorithm manifest:algorithm-name="${algorithm}" manifest:initialisation-vector="${Buffer.alloc(algorithm.endsWith('gcm') ? 12 : 16, 6).toString('base64')}"/><manifest:start-key-generation manifest:start-key-generation-name="http://www.w3.org/2000/09/xmldsig#sha256" manifest:key-size="32"/><manifest:key-derivation ${derivation} manifest:key-size="32" manifest:salt="${Buffer.alloc(16, 8).toString('base64')}"/></manifest:encryption-data></manifest:file-entry>`;

/** As OpenDocument 1.2 locks a document, part by part. `algorithm`: what the manifest names. */
export function partlyLockedDocument(password: string, algorithm = 'http://www.w3.org/2001/04/xmlenc#aes256-cbc'): Buffer {
  const parts = unzipSync(book('ods'));
  const key = pbkdf2Sync(digest('sha256', Buffer.from(password)), Buffer.alloc(16, 8), 1_000, 32, 'sha1');
  const entries: string[] = [];
  const files: Zippable = {};
  for (const [path, content] of Object.entries(parts)) {
    files[path] = [content, { level: 0 }];
    if (!/^[a-z]+\.xml$/.test(path)) continue;
    const packed = deflateRawSync(content);
    const cipher = createCipheriv('aes-256-cbc', key, Buffer.alloc(16, 6));
    files[path] = [Buffer.concat([cipher.update(packed), cipher.final()]), { level: 0 }];
    const sum = digest('sha256', packed.subarray(0, 1024)).toString('base64');
    const data = `manifest:checksum-type="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0#sha256-1k" manifest:checksum="${sum}"`;
    entries.push(entryOf(path, data, algorithm, 'manifest:key-derivation-name="PBKDF2" manifest:iteration-count="1000"'));
  }
  return Buffer.from(zipSync({ ...files, 'META-INF/manifest.xml': manifestOf(entries) }));
}

/** As LibreOffice locks a document as of 24.8: all of it as one part. */
export function whollyLockedDocument(password: string): Buffer {
  const start = Buffer.alloc(12, 6);
  const first = digest('sha256', Buffer.from(password));
  const key = hashRawSync(first, { algorithm: 2, salt: Buffer.alloc(16, 8), outputLen: 32, timeCost: 1, memoryCost: 256, parallelism: 2 });
  const cipher = createCipheriv('aes-256-gcm', key, start);
  const sealed = Buffer.concat([start, cipher.update(deflateRawSync(book('ods'))), cipher.final(), cipher.getAuthTag()]);
  const derivation = `manifest:key-derivation-name="urn:org:documentfoundation:names:experimental:office:manifest:argon2id" loext:argon2-iterations="1" loext:argon2-memory="256" loext:argon2-lanes="2"`;
  const entry = entryOf('encrypted-package', '', 'http://www.w3.org/2009/xmlenc11#aes256-gcm', derivation);
  return Buffer.from(zipSync({ 'encrypted-package': [sealed, { level: 0 }], 'META-INF/manifest.xml': manifestOf([entry]) }));
}

/** As Excel 2010 and later lock a workbook, with few rounds of hashing. */
export function agileBook(password: string): Buffer {
  const whole = book('xlsx');
  const salt = Buffer.alloc(16, 1);
  const key = Buffer.alloc(32, 7);
  const cbc = (secret: Buffer, start: Buffer, bytes: Buffer) => {
    const cipher = createCipheriv('aes-256-cbc', secret, start).setAutoPadding(false);
    return Buffer.concat([cipher.update(filled(bytes, 16)), cipher.final()]);
  };
  const hash = slowHash('sha512', password, salt, 10);
  const value = (purpose: string, bytes: Buffer) =>
    cbc(digest('sha512', hash, Buffer.from(purpose, 'hex')).subarray(0, 32), salt, bytes).toString('base64');
  const input = Buffer.alloc(16, 9);
  const cipher = `saltSize="16" blockSize="16" keyBits="256" hashSize="64" cipherAlgorithm="AES" cipherChaining="ChainingModeCBC" hashAlgorithm="SHA512" saltValue="${salt.toString('base64')}"`;
  const xml = `<encryption><keyData ${cipher}/><keyEncryptors><keyEncryptor><p:encryptedKey spinCount="10" ${cipher} encryptedVerifierHashInput="${value('fea7d2763b4b9e79', input)}" encryptedVerifierHashValue="${value('d7aa0f6d3061344e', digest('sha512', input))}" encryptedKeyValue="${value('146e0be7abacd0d6', key)}"/></keyEncryptor></keyEncryptors></encryption>`;
  const segments: Buffer[] = [];
  for (let at = 0; at < whole.length; at += 4096)
    segments.push(cbc(key, digest('sha512', salt, littleEndian(at / 4096)).subarray(0, 16), whole.subarray(at, at + 4096)));
  return container(Buffer.concat([Buffer.from('0400040040000000', 'hex'), Buffer.from(xml)]), Buffer.concat(segments), whole.length);
}

/** As Excel 2007 locks a workbook. */
export function standardBook(password: string): Buffer {
  const whole = book('xlsx');
  const salt = Buffer.alloc(16, 2);
  const hash = digest('sha1', slowHash('sha1', password, salt, 50_000), littleEndian(0));
  const key = digest(
    'sha1',
    Buffer.alloc(64, 0x36).map((byte, at) => byte ^ (hash[at] ?? 0)),
  ).subarray(0, 16);
  const ecb = (bytes: Buffer) => {
    const cipher = createCipheriv('aes-128-ecb', key, null).setAutoPadding(false);
    return Buffer.concat([cipher.update(filled(bytes, 16)), cipher.final()]);
  };
  const input = Buffer.alloc(16, 3);
  const header = Buffer.alloc(32);
  header.writeUInt32LE(26126, 8);
  const verifier = Buffer.concat([littleEndian(16), salt, ecb(input), littleEndian(20), ecb(ofLength(digest('sha1', input), 32, 0))]);
  const info = Buffer.concat([Buffer.from('0400020024000000', 'hex'), littleEndian(header.length), header, verifier]);
  return container(info, ecb(whole), whole.length);
}

/** As Excel 97 locks a workbook: the lock takes the place of the record that names who wrote it. */
export function recordBook(password: string): Buffer {
  const file = CFB.read(book('biff8'), { type: 'buffer' });
  const stream = CFB.find(file, '/Workbook');
  const records = Buffer.from(stream?.content as Uint8Array);
  const salt = Buffer.alloc(16, 4);
  const start = digest('md5', Buffer.from(password, 'utf16le')).subarray(0, 5);
  const secret = digest('md5', ...Array.from({ length: 16 }, () => [start, salt]).flat()).subarray(0, 5);
  const keystream = (block: number) => rc4(digest('md5', secret, littleEndian(block)));
  const next = keystream(0);
  const input = Buffer.alloc(16, 5);
  const verifier = Buffer.concat([input, digest('md5', input)]).map((byte) => byte ^ next());
  const stretch = Buffer.alloc(records.length);
  for (let at = 0, byte = keystream(0); at < records.length; at++) {
    if (at % 1024 === 0) byte = keystream(at / 1024);
    stretch[at] = byte();
  }
  let isLocked = false;
  for (let at = 0; at < records.length; ) {
    const type = records.readUInt16LE(at);
    const end = at + 4 + records.readUInt16LE(at + 2);
    if (type === 0x5c) {
      records.writeUInt16LE(0x2f, at);
      Buffer.concat([Buffer.from('010001000100', 'hex'), salt, verifier]).copy(records, at + 4);
      isLocked = true;
    } else if (isLocked && ![0x809, 0xe1].includes(type)) {
      for (let i = at + (type === 0x85 ? 8 : 4); i < end; i++) records[i] = (records[i] as number) ^ (stretch[i] as number);
    }
    at = end;
  }
  if (stream) stream.content = records;
  return Buffer.from(CFB.write(file, { type: 'buffer' }) as Uint8Array);
}
