import { parseArgs } from 'node:util';
import { createTranslator } from 'use-intl/core';
import { isLanguage, type Language } from '@/lib/i18n';
import { catalogues } from '@/lib/i18n/catalogues';
import { type DescribedProblem, describedProblems } from '@/lib/i18n/described-problems';

function described({ code, level, title, text, expected, action }: DescribedProblem, language: Language): string {
  const { guide } = catalogues[language].formats;
  const t = createTranslator({ locale: language, messages: guide });
  const lines = [
    guide.levels[level].about,
    text,
    t('line', { label: guide.expected, text: expected }),
    t('line', { label: guide.action, text: action }),
  ];
  return `${t('line', { label: code, text: title })}\n${lines.map((line) => `  ${line}\n`).join('')}`;
}

/** `foyer help problems [CODE] [--lang en|fr]`: every problem in a line each, or one with what it means, what was expected and what to do. */
export async function helpProblems(args: string[]): Promise<number> {
  const { code, language } = wantedOf(args);
  if (language === null) {
    process.stderr.write('Usage: foyer help problems [CODE] [--lang en|fr]\n');
    return 2;
  }
  const problems = describedProblems(language);
  const found = problems.find((problem) => problem.code === code);
  if (code !== undefined && !found) {
    process.stderr.write(`foyer help problems: there is no problem "${code}".\n`);
    return 2;
  }
  process.stdout.write(
    found ? described(found, language) : problems.map(({ level, code, title }) => `${level.padEnd(7)}  ${code}: ${title}\n`).join(''),
  );
  return 0;
}

/** A language of null when the arguments make no sense. */
function wantedOf(args: string[]): { code?: string; language: Language | null } {
  try {
    const { values, positionals } = parseArgs({ args, options: { lang: { type: 'string', default: 'en' } }, allowPositionals: true });
    return { code: positionals[0], language: isLanguage(values.lang) && positionals.length < 2 ? values.lang : null };
  } catch {
    return { language: null };
  }
}
