import { ReadError } from '@/lib/engine/readers/reader';
import { decodeUtf8 } from '@/lib/engine/readers/text/decoder';
import { XmlScanner } from '@/lib/engine/readers/xml/xml-scanner';
import { xmlText } from '@/lib/engine/readers/xml/xml-text';
import { type Archive, openArchive } from '@/lib/engine/readers/zip/archive';
import type { ZipEntry } from '@/lib/engine/readers/zip/directory';
import { unpacked } from '@/lib/engine/readers/zip/unpacked';
import type { ByteSource } from '@/lib/engine/types';

/** Unpacked bytes of a part that is unpacked for its end alone, which takes tenths of a second. */
const UNPACKED_FOR_END = 32_000_000;
/** What stands behind the rows of a sheet: some ten thousand merged ranges are fewer. */
const END_BYTES = 1 << 20;

/** A part that another refers to: what it is to it (the end of its type), and its path in the archive. */
export interface Relation {
  id: string;
  kind: string;
  path: string;
}

/** The parts of a workbook by their paths in its archive. */
export class Parts {
  readonly complete: boolean;
  /** Paths of parts that were read to their end and do not fit their check sum. */
  readonly altered = new Set<string>();
  private readonly archive: Archive;

  constructor(private readonly source: ByteSource) {
    this.archive = openArchive(source);
    this.complete = this.archive.complete;
  }

  /** The paths that fit, in the order of the archive. */
  matching(pattern: RegExp): string[] {
    return this.archive.entries.filter(({ name }) => pattern.test(name)).map(({ name }) => name);
  }

  /** A scanner over a part, null when there is no such part. Going on with it throws ReadError `damaged-file` where it cannot be read. */
  open(path: string): XmlScanner | null {
    return this.entry(path) ? new XmlScanner(this.text(path)) : null;
  }

  /** The last bytes of a part as text; null for one that is too large to be unpacked for that alone. */
  end(path: string): string | null {
    const entry = this.entry(path);
    if (!entry || entry.uncompressed > UNPACKED_FOR_END) return null;
    const pieces: Uint8Array[] = [];
    let bytes = 0;
    try {
      for (const piece of this.bytes(path, entry)) {
        bytes += piece.length;
        pieces.push(piece);
        while (bytes - (pieces[0]?.length ?? 0) > END_BYTES) bytes -= pieces.shift()?.length ?? 0;
      }
    } catch (error) {
      // What is damaged is told where its rows are read.
      if (!(error instanceof ReadError)) throw error;
    }
    return pieces.map((piece) => decodeUtf8(piece)).join('');
  }

  /** What a part refers to. */
  relations(path: string): Relation[] {
    const slash = path.lastIndexOf('/') + 1;
    const folder = path.slice(0, slash);
    const xml = this.open(`${folder}_rels/${path.slice(slash)}.rels`);
    const found: Relation[] = [];
    for (let place = xml?.next(); xml && place !== 'end'; place = xml.next()) {
      const target = place === 'open' && xml.name === 'Relationship' && xml.attribute('Target');
      if (!target) continue;
      const kind = xml.attribute('Type') ?? '';
      found.push({ id: xml.attribute('Id') ?? '', kind: kind.slice(kind.lastIndexOf('/') + 1), path: resolved(folder, target) });
    }
    return found;
  }

  private *text(path: string): Generator<string> {
    const entry = this.entry(path);
    if (!entry) return;
    try {
      yield* xmlText(this.bytes(path, entry));
    } catch (error) {
      throw error instanceof ReadError && error.code === 'damaged-file' ? new ReadError('damaged-file', { ...error.params, format: 'xlsx' }) : error;
    }
  }

  private bytes(path: string, entry: ZipEntry): Iterable<Uint8Array> {
    return unpacked(this.source, entry, () => this.altered.add(path));
  }

  private entry(path: string) {
    const wanted = path.toLowerCase();
    return this.archive.entries.find(({ name }) => name.replace(/^\//, '').toLowerCase() === wanted);
  }
}

/** A path as a part writes it, seen from the folder of that part. */
function resolved(folder: string, target: string): string {
  const steps = (target.startsWith('/') ? '' : folder).split('/').filter(Boolean);
  for (const step of target.replaceAll('\\', '/').split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}
