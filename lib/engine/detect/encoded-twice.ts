import { CODE_PAGES } from '@/lib/engine/readers/text/code-pages';
import { decodeUtf8 } from '@/lib/engine/readers/text/decoder';

/** The bytes of windows-1252 by their characters: what UTF-8 was taken for when it was encoded a second time. */
const BYTES = new Map([...(CODE_PAGES['windows-1252'] ?? '')].map((character, at) => [character, at + 0x80]));

/** Letters of the languages of Europe, their punctuation, the euro and the trade mark: all that such accidents happen to. */
const PLAUSIBLE = /^[\u00a0-\u017f\u0192\u02c6\u02dc\u2010-\u2122]+$/;

/** A text with the letters repaired that were encoded twice, such as Müller for `MÃ¼ller`; the text itself where there are none. */
export function repairedLetters(text: string): string {
  // Every character that UTF-8 makes two or three bytes of begins with one of these.
  if (!/[\u00c2-\u00ef]/.test(text)) return text;
  return text.replace(/[^\p{ASCII}]{2,}/gu, (run) => {
    const bytes = Array.from(run, (character) => BYTES.get(character) ?? 0);
    if (bytes.includes(0)) return run;
    const once = decodeUtf8(Uint8Array.from(bytes));
    return PLAUSIBLE.test(once) ? once : run;
  });
}
