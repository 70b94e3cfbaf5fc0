/**
 * The network address a request came from, for counting attempts: the last entry of X-Forwarded-For, which the nearest proxy, or
 * our own server where there is none, has written. Earlier entries are what the sender claims.
 */
export const clientAddress = (forwardedFor: string | null | undefined): string => forwardedFor?.split(',').at(-1)?.trim() || 'unknown';
