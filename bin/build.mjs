// What must exist before TypeScript can run: Prisma's client from the schema, and dist/ (command line, worker, worker threads).
// Both are made when a source is newer. Run directly (`node bin/build.mjs`), it makes the client only, for the type checker.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, renameSync, rmSync, statSync, watch } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, stop } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const dist = join(root, 'dist');
const client = join(root, 'lib/server/generated/prisma');
const modified = (path) => statSync(path).mtimeMs;

function newest(folder) {
  let latest = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) latest = Math.max(latest, newest(path));
    else if (/\.(ts|json)$/.test(entry.name)) latest = Math.max(latest, modified(path));
  }
  return latest;
}

/** Makes Prisma's client when the schema is newer than it. */
export function generateWhenNeeded() {
  const mark = join(client, 'client.ts');
  if (existsSync(mark) && modified(mark) >= modified(join(root, 'prisma/schema.prisma'))) return;
  rmSync(client, { recursive: true, force: true });
  execFileSync(process.execPath, [join(root, 'node_modules/prisma/build/index.js'), 'generate', '--no-hints'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'pipe'],
    // Generating needs no migration engine, yet the command line looks for one and would download it: any file satisfies it.
    env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: '1', CHECKPOINT_DISABLE: '1' },
  });
}

const threads = () => {
  const folder = join(root, 'lib/server/threads');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.thread.ts'))
    .map((name) => join(folder, name));
};

// Node asks for an import attribute at JSON of packages, which the type checker and the web bundler do without: bundled, it is none.
const packageJson = {
  name: 'json-of-packages',
  setup: ({ onResolve }) =>
    onResolve({ filter: /^[^.@/].*\.json$/ }, ({ path }) => ({ path: createRequire(join(root, 'package.json')).resolve(path) })),
};

const bundle = (outdir) =>
  build({
    absWorkingDir: root,
    entryPoints: [join(root, 'cli/foyer.ts'), ...threads()],
    outbase: root,
    outdir,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    plugins: [packageJson],
    sourcemap: true,
    logLevel: 'warning',
  });

/** Makes dist/ current. Safe to call from several processes at once: each builds aside, the last rename wins. */
export async function buildWhenNeeded() {
  generateWhenNeeded();
  const stamp = join(dist, 'cli/foyer.js');
  const sources = ['cli', 'lib', 'bench'].map((name) => join(root, name)).filter(existsSync);
  if (existsSync(stamp) && modified(stamp) >= Math.max(...sources.map(newest), modified(join(root, 'package.json')))) return;
  const aside = `${dist}.${process.pid}`;
  await bundle(aside);
  // Its service would else stay, and with it its memory, as long as this process.
  await stop();
  const old = `${dist}.old.${process.pid}`;
  try {
    if (existsSync(dist)) renameSync(dist, old);
    renameSync(aside, dist);
  } catch (error) {
    // Another process put its build there between the two renames: it is as current as this one.
    if (!existsSync(stamp)) throw error;
    rmSync(aside, { recursive: true, force: true });
  }
  rmSync(old, { recursive: true, force: true });
}

/** Bundles again whenever a source changes, as long as this process has something else to do. */
export function watchSources() {
  let timer;
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(() => bundle(dist).catch(() => undefined), 150);
  };
  for (const name of ['cli', 'lib']) watch(join(root, name), { recursive: true, persistent: false }, later);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) generateWhenNeeded();
