import { randomBytes } from 'node:crypto';

/** A new key: 32 hexadecimal digits, safe as a file name, a path of a URL and an object's key. */
export const newKey = () => randomBytes(16).toString('hex');

/** What a key looks like; everything else is refused before it comes near a path. */
export const KEY = /^[0-9a-f]{32}$/;
