/** Only for resolving; never shown and never left to. */
const ORIGIN = 'http://foyer.invalid';

/** The path of an address within the product; `/` for anything that would lead elsewhere, so that a link cannot send people away. */
export function pathWithin(address: string): string {
  if (!URL.canParse(address, ORIGIN)) return '/';
  const url = new URL(address, ORIGIN);
  return url.origin === ORIGIN && !url.pathname.startsWith('//') ? `${url.pathname}${url.search}` : '/';
}
