import { catalogues } from '@/lib/i18n/catalogues';
import { type DescribedProblem, describedProblems } from '@/lib/i18n/described-problems';

const { guide } = catalogues.en.formats;

const described = ({ code, level, title, text, expected, action }: DescribedProblem): string =>
  `${code}: ${title}\n  ${guide.levels[level].about}\n  ${text}\n  ${guide.expected}: ${expected}\n  ${guide.action}: ${action}\n`;

/** `foyer help problems [CODE]`: every problem in a line each, or one with what it means, what was expected and what to do. */
export async function helpProblems([code]: string[]): Promise<number> {
  const problems = describedProblems('en');
  const found = problems.find((problem) => problem.code === code);
  if (code !== undefined && !found) {
    process.stderr.write(`foyer help problems: there is no problem "${code}".\n`);
    return 2;
  }
  process.stdout.write(found ? described(found) : problems.map(({ level, code, title }) => `${level.padEnd(7)}  ${code}: ${title}\n`).join(''));
  return 0;
}
