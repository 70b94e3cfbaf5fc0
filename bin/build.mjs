// Bundles the command line, the worker and the worker threads from TypeScript into dist/, when a source is newer than it.
import { existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const dist = join(root, 'dist');

function newest(folder) {
  let latest = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) latest = Math.max(latest, newest(path));
    else if (/\.(ts|json)$/.test(entry.name)) latest = Math.max(latest, statSync(path).mtimeMs);
  }
  return latest;
}

const threads = () => {
  const folder = join(root, 'lib/server/threads');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.thread.ts'))
    .map((name) => join(folder, name));
};

/** Makes dist/ current. Safe to call from several processes at once: each builds aside and the last rename wins. */
export async function buildWhenNeeded() {
  const stamp = join(dist, 'cli/foyer.js');
  const sources = ['cli', 'lib', 'bench'].map((name) => join(root, name)).filter(existsSync);
  if (existsSync(stamp) && statSync(stamp).mtimeMs >= Math.max(...sources.map(newest), statSync(join(root, 'package.json')).mtimeMs)) return;
  const aside = `${dist}.${process.pid}`;
  await build({
    absWorkingDir: root,
    entryPoints: [join(root, 'cli/foyer.ts'), ...threads()],
    outbase: root,
    outdir: aside,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    sourcemap: true,
    logLevel: 'warning',
  });
  const old = `${dist}.old.${process.pid}`;
  try {
    if (existsSync(dist)) renameSync(dist, old);
    renameSync(aside, dist);
  } catch (error) {
    // Another process put its own build there between the two renames: that one is as current as ours.
    if (!existsSync(stamp)) throw error;
    rmSync(aside, { recursive: true, force: true });
  }
  rmSync(old, { recursive: true, force: true });
}
