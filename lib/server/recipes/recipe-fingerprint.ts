import { createHash } from 'node:crypto';
import { headerFingerprint } from '@/lib/engine';

/** Under what a mapping is remembered: the SHA-256, in hex, of the engine's fingerprint of the header. */
export const recipeFingerprint = (header: string[]) => createHash('sha256').update(headerFingerprint(header)).digest('hex');
