import type { Packing } from './packed';
import { ReadError } from './reader';
import { openArchive } from './zip/archive';
import { isZip } from './zip/directory';
import { guardZip, UNPACKED_BYTES } from './zip/guard';
import { inflatedSource } from './zip/inflated-source';
import { isAltered, unpacked } from './zip/unpacked';

/** What an archive has beside what a person put into it: folders, and what a Mac adds to each file. */
const NO_FILE = /\/$|(?:^|\/)(?:__MACOSX\/|\.)/;

/** Files of programs that are archives too, by what only they hold: their parts are no files of a person. */
const PROGRAMS: readonly [mark: RegExp, kind: string][] = [
  [/^word\//, 'Word'],
  [/^ppt\//, 'PowerPoint'],
  [/\.iwa$|^Index\.zip$/, 'Numbers'],
  [/^\[Content_Types\]\.xml$/, 'Office'],
  [/^mimetype$|^META-INF\//, 'OpenDocument'],
];

/** Archives of one or several tables. */
export const zip: Packing = {
  id: 'zip',
  extensions: ['zip'],
  sniff: isZip,
  files(source) {
    const { entries, complete } = openArchive(source);
    const program = PROGRAMS.find(([mark]) => entries.some(({ name }) => mark.test(name)))?.[1];
    // Most files of an office are workbooks, and the end that says so is lost.
    if (!complete) throw new ReadError('damaged-file', { format: program === 'Office' ? 'xlsx' : 'zip', reason: 'cut short' });
    if (program) throw new ReadError('unsupported-format', { kind: program, instead: 'CSV, XLSX' });
    guardZip(source, 'zip', UNPACKED_BYTES);
    return entries
      .filter(({ name, compressed }) => compressed > 0 && !NO_FILE.test(name))
      .map((entry) => ({
        name: entry.name,
        source: inflatedSource(entry.name, entry.uncompressed, () => unpacked(source, entry, () => {})),
        isAltered: () => isAltered(source, entry),
      }));
  },
};
