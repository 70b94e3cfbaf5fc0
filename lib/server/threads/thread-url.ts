import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/**
 * Where the bundled entry of a thread is. Looked for from the project's root, because the bundler decides in which file this
 * very code ends up.
 */
export function threadUrl(name: string): URL {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json'))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error('The project folder was not found');
    folder = parent;
  }
  return pathToFileURL(join(folder, 'dist/lib/server/threads', `${name}.thread.js`));
}
