/** Providers of mail whose names are mistyped often, in the countries whose headers are known. Those that are real and resemble another are here as well. */
const KNOWN = [
  'gmail.com googlemail.com hotmail.com hotmail.fr hotmail.it hotmail.es hotmail.de hotmail.be hotmail.ch hotmail.nl hotmail.co.uk outlook.com',
  'outlook.fr outlook.de outlook.it outlook.es outlook.be live.com live.fr live.nl live.be live.it live.co.uk msn.com yahoo.com yahoo.fr yahoo.de',
  'yahoo.it yahoo.es yahoo.co.uk ymail.com icloud.com mac.com me.com aol.com orange.fr wanadoo.fr free.fr laposte.net sfr.fr neuf.fr bbox.fr',
  'bluewin.ch sunrise.ch hispeed.ch gmx.de gmx.net gmx.at gmx.ch gmx.com web.de t-online.de freenet.de arcor.de libero.it virgilio.it tiscali.it',
  'alice.it tin.it telenet.be skynet.be ziggo.nl kpnmail.nl planet.nl home.nl xs4all.nl wp.pl onet.pl interia.pl sapo.pt iol.pt telefonica.net',
  'btinternet.com protonmail.com proton.me mail.com email.com fastmail.com posteo.de mailbox.org hey.com zoho.com',
];
const known = new Set(KNOWN.join(' ').split(' '));

/** Shorter names are one letter away from too many others. */
const SHORTEST = 7;

/** Whether one text becomes the other by one letter more, less or other, or by two that changed places. */
function isOneAway(one: string, other: string): boolean {
  let start = 0;
  while (start < one.length && one[start] === other[start]) start++;
  const [left, right] = [one.slice(start), other.slice(start)];
  if (left.slice(1) === right.slice(1) || left.slice(1) === right || left === right.slice(1)) return true;
  return left.length > 1 && left[0] === right[1] && left[1] === right[0] && left.slice(2) === right.slice(2);
}

/** Domains remembered; above it the memory starts afresh. */
const REMEMBERED = 5_000;
const judged = new Map<string, string | null>();

/** The provider that a domain is one slip of the finger away from; null for one that may well be meant. */
export function likelyDomain(domain: string): string | null {
  const before = judged.get(domain);
  if (before !== undefined) return before;
  const isOdd = domain.length >= SHORTEST - 1 && !known.has(domain);
  const likely = isOdd ? ([...known].find((each) => each.length >= SHORTEST && isOneAway(domain, each)) ?? null) : null;
  if (judged.size >= REMEMBERED) judged.clear();
  judged.set(domain, likely);
  return likely;
}
