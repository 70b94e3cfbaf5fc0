import { decoderFor, standardEncoding } from '@/lib/engine/readers/text/decoder';

/** One property of a card. Names and types are in capitals. */
export interface Property {
  name: string;
  /** What its parameters say of its use, such as HOME or CELL, and PREF where it is the preferred one. */
  types: string[];
  /** Its value as one text, still escaped. */
  value: string;
}

/** Lines as a card has them, folded ones joined. */
export function* contentLines(pieces: Iterable<string>): Generator<string> {
  let line: string | null = null;
  for (const next of linesOf(pieces)) {
    // Quoted-printable breaks its lines in its own way.
    if (line?.endsWith('=') && isQuotedPrintable(line)) line = line.slice(0, -1) + next.trimStart();
    else if (line !== null && (next.startsWith(' ') || next.startsWith('\t'))) line += next.slice(1);
    else {
      if (line !== null) yield line;
      line = next;
    }
  }
  if (line !== null) yield line;
}

function* linesOf(pieces: Iterable<string>): Generator<string> {
  let rest = '';
  for (const piece of pieces) {
    const lines = (rest + piece).split(/\r\n|\n|\r(?!$)/);
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest !== '') yield rest.replace(/\r$/, '');
}

const isQuotedPrintable = (line: string) => /;(?:ENCODING=)?QUOTED-PRINTABLE[;:]/i.test(line.slice(0, line.indexOf(':') + 1));

/** A line taken apart; null when it is no property. */
export function propertyOf(line: string): Property | null {
  const head = /^(?:[\w-]+\.)?([\w-]+)((?:;(?:"[^"]*"|[^":])*)?):/.exec(line);
  if (!head) return null;
  const params = (head[2] ?? '').split(/;(?=(?:[^"]*"[^"]*")*[^"]*$)/).slice(1);
  const types: string[] = [];
  let charset: string | undefined;
  let isQuoted = false;
  for (const param of params) {
    const [, key = 'TYPE', text = ''] = /^(?:([\w-]+)=)?(.*)$/.exec(param) ?? [];
    const values = text.replaceAll('"', '').toUpperCase().split(',');
    if (key.toUpperCase() === 'CHARSET') charset = values[0];
    else if (values[0] === 'QUOTED-PRINTABLE') isQuoted = true;
    else if (key.toUpperCase() === 'TYPE') types.push(...values);
    else if (key.toUpperCase() === 'PREF') types.push('PREF');
  }
  const value = line.slice(head[0].length);
  return { name: (head[1] ?? '').toUpperCase(), types, value: isQuoted ? unquoted(value, charset) : value };
}

/** Quoted-printable as text; its bytes are UTF-8 unless the card says otherwise. */
function unquoted(value: string, charset: string | undefined): string {
  const encoding = (charset && standardEncoding(charset)) ?? 'utf-8';
  return value.replace(/(?:=[\da-f]{2})+/gi, (codes) => {
    const bytes = Uint8Array.from(codes.slice(1).split('='), (code) => Number.parseInt(code, 16));
    const text = decoderFor(encoding).write(bytes);
    return text.includes('\ufffd') ? decoderFor('windows-1252').write(bytes) : text;
  });
}
