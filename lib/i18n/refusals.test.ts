import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DEFINITION_PROBLEMS, READ_ERRORS } from '@/lib/engine';
import { catalogues } from './catalogues';
import { LANGUAGES } from './index';

const sources = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === 'generated' ? [] : sources(path);
    return /(?<!\.test)\.tsx?$/.test(entry.name) ? [path] : [];
  });

/** Every code that the server refuses with, as its source has it, every code of a file that cannot be read, and of a definition. */
const codes = new Set<string>([
  ...READ_ERRORS,
  ...DEFINITION_PROBLEMS,
  ...sources('lib/server').flatMap((path) =>
    [...readFileSync(path, 'utf8').matchAll(/(?:AppError\(\s*|code: (?='[a-z-]+', params))'([a-z]+(?:-[a-z]+)*)'/g)].map(
      (match) => match[1] as string,
    ),
  ),
]);

describe('the refusals', () => {
  it('are found in the source', () => {
    for (const code of ['not-found', 'import-state', 'disk-full', 'worker-lost', 'password-protected']) expect(codes).toContain(code);
  });

  it.each(LANGUAGES)('all have a text in %s', (language) => {
    expect([...codes].filter((code) => !(code in catalogues[language].errors))).toEqual([]);
  });
});
