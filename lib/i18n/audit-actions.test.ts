import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { catalogues } from './catalogues';
import { LANGUAGES } from './index';

const sources = readdirSync('lib/server', { recursive: true, encoding: 'utf8' }).filter(
  (path) => /(?<!\.test)\.ts$/.test(path) && !path.includes('generated'),
);

/** Every code that an event is recorded with, as its source has it. */
const actions = new Set(
  sources.flatMap((path) =>
    [...readFileSync(join('lib/server', path), 'utf8').matchAll(/recordEvent\([\s\S]{0,80}?action: '([a-z-]+\.[a-z-]+)'/g)].map(
      ([, code]) => code as string,
    ),
  ),
);

describe('what the audit trail tells of', () => {
  it('is found in the source', () => {
    for (const code of ['import.create', 'approval.approve', 'session.open', 'institution.enter']) expect(actions).toContain(code);
  });

  it.each(LANGUAGES)('has a sentence for each event in %s', (language) => {
    const texts = catalogues[language].audit.actions;
    expect([...actions].filter((code) => !(code.replaceAll('.', '-') in texts))).toEqual([]);
  });
});
