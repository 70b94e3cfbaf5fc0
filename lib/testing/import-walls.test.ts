import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const planted = join(process.cwd(), 'lib/testing/planted');
const WALLS = ['lint/style/noRestrictedImports', 'lint/style/noProcessEnv'];

const files = readdirSync(planted, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => relative(planted, join(entry.parentPath, entry.name)));

/** Imports each folder is free to make: a linter that reports everything would guard nothing either. */
const ALLOWED: Record<string, string> = {
  'lib/engine/allowed.ts': "import { z } from 'zod';\nimport { clean } from '@/lib/engine/clean';\n\nexport const both = [z, clean];\n",
  'components/import/allowed.ts':
    "import { LIMITS } from '@/lib/engine';\nimport { Badge } from '@/components/ui/badge';\n\nexport const both = [LIMITS, Badge];\n",
  'lib/server/imports/allowed.ts':
    "import { readFileSync } from 'node:fs';\nimport { LIMITS } from '@/lib/engine';\n\nexport const both = [LIMITS, readFileSync];\n",
  'app/allowed.ts': "import { LIMITS } from '@/lib/engine';\nimport { env } from '@/lib/server/env';\n\nexport const both = [LIMITS, env];\n",
};

let found: Map<string, string[]>;
let folder: string;

/** Lints the planted files in a project of their own, at the places they claim to be in, with the project's own rules. */
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'foyer-walls-'));
  cpSync(planted, folder, { recursive: true });
  for (const [path, source] of Object.entries(ALLOWED)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), source);
  }
  const rules = JSON.parse(readFileSync('biome.json', 'utf8'));
  writeFileSync(join(folder, 'biome.json'), JSON.stringify({ ...rules, $schema: undefined, vcs: undefined }));
  const biome = join(process.cwd(), 'node_modules/@biomejs/biome/bin/biome');
  let report: string;
  try {
    report = execFileSync(process.execPath, [biome, 'lint', '--reporter=json', '--max-diagnostics=none', '.'], {
      cwd: folder,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  } catch (error) {
    report = (error as { stdout: string }).stdout;
  }
  found = new Map();
  const { diagnostics } = JSON.parse(report) as { diagnostics: { category: string; location: { path: string | { file: string } } }[] };
  for (const { category, location } of diagnostics) {
    const path = typeof location.path === 'string' ? location.path : location.path.file;
    found.set(path, [...(found.get(path) ?? []), category]);
  }
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the import walls', () => {
  it.each(files)('catch %s', (path) => {
    expect(found.get(path)?.filter((category) => WALLS.includes(category))).toHaveLength(1);
  });

  it.each(Object.keys(ALLOWED))('let %s through', (path) => {
    expect(found.get(path)?.filter((category) => WALLS.includes(category)) ?? []).toEqual([]);
  });
});
