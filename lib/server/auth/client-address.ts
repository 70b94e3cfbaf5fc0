/**
 * The network address a request came from, for counting attempts: the last entry of X-Forwarded-For, written by the nearest proxy.
 * Earlier entries are what the sender claims. Without a proxy our own server fills in the header where it is missing, and a sender
 * may claim any address; the limit per e-mail holds all the same.
 */
export const clientAddress = (forwardedFor: string | null | undefined): string => forwardedFor?.split(',').at(-1)?.trim() || 'unknown';
