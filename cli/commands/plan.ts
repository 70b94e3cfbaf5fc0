import { type ImportArguments, importArguments } from '@/cli/import-arguments';
import { onDatabase } from '@/cli/on-database';
import { type ColumnHeaders, countsText, definitionsText, fileIssueText, plannedText } from '@/cli/sentences';
import { commandLineActor } from '@/lib/server/command-line/command-line-actor';
import { planFile } from '@/lib/server/imports/plan-file';
import type { PlannedLine } from '@/lib/server/imports/planned-lines';

const USAGE = `Usage: foyer plan FILE [--institution CODE] [--environment pp|p] [--json]
                  [--lang en|fr] [--removal] [--lenient] [--define-unknown] [--raise-consents SOURCE]

Prints what an import of FILE would change and writes nothing. The institution may be left out when there is only one; without
--environment it is pre-production. With --json: a line for each contact that a row changes, a line for each row that changes none, a
line for each definition, and a last line with the rows by what becomes of them; what is wrong with the file as a whole is said on stderr. --lang is that of the
problems. What a problem means, what was expected and what to do: foyer help problems CODE.

--removal plans FILE as one that invalidates, reactivates, strips, anonymizes or drops contacts, and says who is kept by what.

--lenient leaves out unknown structure types, community types and criteria instead of refusing their rows. --define-unknown defines
criteria, values and structure types that are not there, where contacts get them. --raise-consents gives refused authorizations again
where the file says TRUE; SOURCE says where the proof of it is, and is kept.

Exit status: 0 planned (also when rows are refused: the last line counts them), 1 the file was refused, 2 wrong use.
`;

/** `foyer plan`: what an import of the file would do, without doing it. */
export async function plan(args: string[]): Promise<number> {
  const wanted = importArguments(args);
  if (!wanted || wanted.apply || wanted.resume !== null) {
    process.stderr.write(USAGE);
    return 2;
  }
  return onDatabase('plan', wanted.path, () => print(wanted), wanted.language);
}

async function print({ path, environment, institution, json, language, removal, rules }: ImportArguments): Promise<void> {
  const actor = await commandLineActor(institution);
  const text = (line: PlannedLine, headers: ColumnHeaders) => (json ? `${JSON.stringify(line)}\n` : plannedText(line, headers, language));
  const request = { path, environment, rules, purpose: removal ? ('removal' as const) : ('change' as const) };
  const { counts, definitions, suggestions, reading, issues } = await planFile(actor, request, (lines, headers) =>
    process.stdout.write(lines.map((line) => text(line, headers)).join('')),
  );
  if (json) {
    const wrong = [...reading.issues, ...issues].filter(({ level }) => level !== 'info');
    process.stderr.write(wrong.map((found) => `foyer plan: ${fileIssueText(found, language)}`).join(''));
    process.stdout.write([...definitions.map((definition) => ({ define: definition })), counts].map((line) => `${JSON.stringify(line)}\n`).join(''));
    return;
  }
  // What was taken apart is shown by its parts.
  const shown = suggestions.filter(({ field, reason }) => field !== null || reason !== 'composed');
  const columns = shown.map(
    ({ header, field, confidence }) =>
      `  ${header || '(no header)'} → ${field ?? 'not imported'}${field && confidence < 1 ? ` (${Math.round(confidence * 100)} % sure)` : ''}\n`,
  );
  process.stdout.write(
    `\nRead as ${reading.format}. Columns:\n${columns.join('')}\n${[...reading.issues, ...issues].map((found) => fileIssueText(found, language)).join('')}${definitionsText(definitions)}${countsText(counts)}`,
  );
}
