import { Readable } from 'node:stream';
import { BYTE_ORDER_MARK, csvText } from '@/lib/server/formats/csv-text';
import type { ListedEvent } from './event-filter';

/** The files that a trail is exported as, by what their names end with, and the type they are sent as. */
export const TRAIL_TYPES = { csv: 'text/csv; charset=utf-8', jsonl: 'application/x-ndjson; charset=utf-8' } as const;

type TrailFormat = keyof typeof TRAIL_TYPES;

export const isTrailFormat = (text: string): text is TrailFormat => Object.hasOwn(TRAIL_TYPES, text);

/** Names of the columns: for programs, the same in every language. */
const HEADER = ['place', 'id', 'at', 'userId', 'userName', 'action', 'subject', 'details', 'hash'] as const;

const cellOf = (value: unknown) => (value === null ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value));

async function* textsOf(pages: AsyncIterable<ListedEvent[]>, format: TrailFormat): AsyncGenerator<Buffer> {
  if (format === 'csv') yield Buffer.from(BYTE_ORDER_MARK + csvText([HEADER]));
  for await (const page of pages) {
    const rows = page.map((event) => HEADER.map((name) => cellOf(event[name])));
    const lines = page.map((event) => `${JSON.stringify(Object.fromEntries(HEADER.map((name) => [name, event[name]])))}\n`);
    yield Buffer.from(format === 'csv' ? csvText(rows) : lines.join(''));
  }
}

/** The bytes of an exported trail, made while they are read. */
export const writeEvents = (pages: AsyncIterable<ListedEvent[]>, format: TrailFormat): Readable => Readable.from(textsOf(pages, format));
