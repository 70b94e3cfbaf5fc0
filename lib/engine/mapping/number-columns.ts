import type { Claimed } from './choose-columns';
import type { Claim } from './claim';
import type { InputCode } from './input';

const PLACE_RANK = { plain: 0, home: 1, billing: 2, work: 3, other: 4, shipping: 5 } as const;

/** Smaller is better: which of several columns for the same field gets it. */
export function rankOf({ primary, number, place, odd, exact }: Claim): number {
  return (exact ? 0 : 1000) + (odd ? 500 : 0) + ((number ?? 1) - 1) * 20 + (primary ? 0 : 1 + PLACE_RANK[place]);
}

const byKey =
  (key: (claim: Claim) => number) =>
  (a: Claimed, b: Claimed): number =>
    key(a.claim) - key(b.claim) || a.index - b.index;

const EMAILS: readonly InputCode[] = ['EMAIL1', 'EMAIL2', 'EMAIL3'];

/** EMAIL1 to EMAIL3 for the e-mail columns of a file: those that say their number first, then the rest where there is room, the main one first. */
export function numberEmails(columns: readonly Claimed[]): Map<number, InputCode> {
  const emails = columns.filter(({ claim }) => claim.input === 'EMAIL1').sort(byKey(rankOf));
  const free = [...EMAILS];
  const given = new Map<number, InputCode>();
  const give = (index: number, least: number) => {
    const code = free.find((open) => EMAILS.indexOf(open) >= least - 1);
    if (!code) return;
    free.splice(free.indexOf(code), 1);
    given.set(index, code);
  };
  for (const { index, claim } of emails) if ((claim.number ?? 1) > 1) give(index, claim.number ?? 1);
  for (const { index, claim } of emails) if ((claim.number ?? 1) <= 1) give(index, 1);
  return given;
}

/** Streets before lines, lines in their own order, additions to the address last. */
function lineKey({ input, number }: Claim): number {
  if (input === 'ADDITION') return 50 + (number ?? 1);
  return (input === 'LINE1' ? 0 : 0.5) + (number ?? 1);
}

const LINES: readonly InputCode[] = ['LINE1', 'LINE2', 'LINE3'];

/** LINE1 to LINE3 for the lines of the address, in their order; one that says its own number does not get a smaller one. */
export function numberLines(columns: readonly Claimed[]): Map<number, InputCode> {
  const given = new Map<number, InputCode>();
  let next = 1;
  for (const { index, claim } of columns.filter(({ claim: { input } }) => ['LINE', 'LINE1', 'ADDITION'].includes(input)).sort(byKey(lineKey))) {
    const place = Math.max(next, claim.input === 'ADDITION' ? 2 : (claim.number ?? 1));
    const code = LINES[place - 1];
    if (code) given.set(index, code);
    next = place + 1;
  }
  return given;
}
