/** Printable ASCII with nothing to trim: most cells, and nothing below changes them. */
const PLAIN = /^[!-~](?:[ -~]*[!-~])?$/;
const INVISIBLE = /[\u00ad\u200b-\u200d\u2060\ufeff]/g;
const SPACES = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const CONTROL = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f]/g;
const LINE_BREAKS = /\r\n|[\r\v\f\u0085\u2028\u2029]/g;

/**
 * The text without what nobody typed on purpose: NFC, plain spaces, no invisible or control characters, trimmed.
 * Line breaks become `\n` where `multiline`, else a space. `removed` counts control characters, the only ones that hint at damage.
 */
export function tidy(text: string, multiline = false): { text: string; removed: number } {
  if (PLAIN.test(text)) return { text, removed: 0 };
  let tidied = text.replace(LINE_BREAKS, '\n').replace(INVISIBLE, '').replace(SPACES, ' ').replaceAll('\t', ' ');
  if (!multiline) tidied = tidied.replaceAll('\n', ' ');
  const clean = tidied.replace(CONTROL, '');
  return { text: clean.normalize('NFC').trim(), removed: tidied.length - clean.length };
}

const ACCENTS = /\p{M}/gu;

/** The text as compared where case and accents do not count. */
export const fold = (text: string): string => text.normalize('NFD').replace(ACCENTS, '').toLowerCase();

/** Words alone, as headers and names of lists are compared: without case, accents and punctuation. */
export const foldWords = (text: string): string =>
  fold(text)
    .replaceAll('ß', 'ss')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
