import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from } from 'pg-copy-streams';

type Value = string | number | null;

const SPECIAL = /[\\\n\r\t]/;
const ESCAPES: Record<string, string> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

// PostgreSQL keeps no NUL in a text; the replacement character shows that something stood there.
const escaped = (text: string) => {
  const kept = text.includes('\0') ? text.replaceAll('\0', '\uFFFD') : text;
  return SPECIAL.test(kept) ? kept.replace(/[\\\n\r\t]/g, (sign) => ESCAPES[sign] ?? sign) : kept;
};

/** One row in the text format of COPY, with its line end. */
export function copyLine(values: readonly Value[]): string {
  let line = '';
  for (let at = 0; at < values.length; at++) {
    const value = values[at];
    if (at > 0) line += '\t';
    if (value === null || value === undefined) line += '\\N';
    else line += typeof value === 'number' ? value : escaped(value);
  }
  return `${line}\n`;
}

/** A text[] as PostgreSQL writes it, to be a value of copyLine. */
export function arrayLiteral(texts: readonly string[]): string {
  let literal = '{';
  for (let at = 0; at < texts.length; at++) {
    const text = texts[at] ?? '';
    literal += `${at > 0 ? ',' : ''}"${/["\\]/.test(text) ? text.replace(/["\\]/g, '\\$&') : text}"`;
  }
  return `${literal}}`;
}

/**
 * Copies lines in the text format of COPY into a table. Works on temporary tables only: COPY into a table under row-level security
 * is refused, so such a table is filled by INSERT … SELECT from a temporary one.
 */
export async function copyRows(client: pg.ClientBase, table: string, text: Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>) {
  await pipeline(Readable.from(text, { objectMode: true, highWaterMark: 1 }), client.query(from(`COPY ${table} FROM STDIN`)));
}
