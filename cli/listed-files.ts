import { readFileSync } from 'node:fs';
import { basename } from 'node:path';

/** A file named to a command, and the id under which its results are written. */
export interface NamedFile {
  id: string;
  path: string;
}

/** The files given as arguments and those of a list, whose lines are `ID<TAB>PATH` or a path alone. */
export function namedFiles(paths: readonly string[], list: string | undefined): NamedFile[] {
  return [...paths.map((path) => ({ id: basename(path), path })), ...(list ? listed(list) : [])];
}

function listed(path: string): NamedFile[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .map((line) => line.replace(/\r$/, ''))
    .filter((line) => line !== '')
    .map((line) => {
      const tab = line.indexOf('\t');
      return tab < 0 ? { id: basename(line), path: line } : { id: line.slice(0, tab), path: line.slice(tab + 1) };
    });
}
