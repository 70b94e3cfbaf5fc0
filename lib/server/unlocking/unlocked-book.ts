import { CFB } from '@e965/xlsx';
import { AppError } from '@/lib/server/errors';
import { unlockAgile } from './agile-encryption';
import { unlockRecords } from './locked-records';
import { unlockOpenDocument } from './open-document';
import { unlockStandard } from './standard-encryption';

/** Of the description of a lock: that it is the one in XML. */
const AGILE = 0x00040004;

/** The streams of a compound file, which a locked workbook is; null when it is none. */
function streamsOf(bytes: Uint8Array) {
  try {
    const file = CFB.read(Buffer.from(bytes), { type: 'buffer' });
    return (path: string): Buffer | null => {
      const content = CFB.find(file, path)?.content;
      return content ? Buffer.from(content as Uint8Array) : null;
    };
  } catch {
    return null;
  }
}

/**
 * A workbook without its lock. Throws AppError `wrong-password`; `lock-not-known` where it is locked in a way that is not known here or not
 * locked at all.
 */
export function unlockedBook(bytes: Uint8Array, password: string): Uint8Array {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return unlockOpenDocument(bytes, password);
  const stream = streamsOf(bytes);
  const info = stream?.('/EncryptionInfo');
  const locked = stream?.('/EncryptedPackage');
  if (info && locked && info.length >= 8 && locked.length >= 8) {
    const size = Number(locked.readBigUInt64LE(0));
    const body = locked.subarray(8);
    const whole = info.readUInt32LE(0) === AGILE ? unlockAgile(info.toString('utf8', 8), body, password) : unlockStandard(info, body, password);
    return whole.subarray(0, size);
  }
  const records = stream?.('/Workbook') ?? stream?.('/Book');
  const unlocked = records && unlockRecords(records, password);
  if (!unlocked) throw new AppError('lock-not-known');
  return unlocked;
}
