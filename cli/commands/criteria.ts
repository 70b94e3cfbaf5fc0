import { createWriteStream } from 'node:fs';
import { readFile, rename, rm } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { onDatabase } from '@/cli/on-database';
import { refusalText } from '@/cli/sentences';
import { DEFINITION_LISTS, type DefinitionChange, type DefinitionList } from '@/lib/engine';
import { isLanguage, type Language } from '@/lib/i18n';
import { commandLineActor, recordEntry } from '@/lib/server/command-line/command-line-actor';
import { exportDefinitions } from '@/lib/server/criteria/export-definitions';
import { importDefinitionFile } from '@/lib/server/criteria/import-definition-file';
import { type FilePlan, planDefinitionFile } from '@/lib/server/criteria/plan-definition-file';
import { isFileFormat } from '@/lib/server/formats/file-format';
import { writeTable } from '@/lib/server/formats/write-table';

const USAGE = `Usage: foyer criteria plan FILE [--institution CODE] [--json] [--lang en|fr]
       foyer criteria import FILE [--institution CODE] [--json] [--lang en|fr]
       foyer criteria export --out FILE.xlsx|FILE.csv [--list ${DEFINITION_LISTS.join('|')}] [--institution CODE]

Criteria and their values, or structure types, by a file: "foyer template --layout ${DEFINITION_LISTS.join('|')}" writes an empty one, and
what export writes changes nothing when it is imported. plan prints what FILE would create, extend, relabel, change, reorder, retire or
reinstate, and the rows that are refused, and writes nothing; import does it in one transaction, all but the refused rows. With --json: a
line for each change and each refused row. The institution may be left out when there is only one.

Exit status: 0 done and no row refused, 1 the file or some of its rows were refused, 2 wrong use.
`;

/** `foyer criteria`: definitions of criteria and structure types by file. */
export async function criteria(args: string[]): Promise<number> {
  const wanted = wantedOf(args);
  if (!wanted) {
    process.stderr.write(USAGE);
    return 2;
  }
  let refused = 0;
  const work = async () => {
    refused = wanted.action === 'export' ? await write(wanted) : await bring(wanted);
  };
  const status = await onDatabase('criteria', wanted.path, work, wanted.language);
  return status || (refused > 0 ? 1 : 0);
}

async function bring({ action, path, institution, json, language }: Wanted): Promise<number> {
  const file = { name: basename(path), bytes: new Uint8Array(await readFile(path)) };
  const actor = await commandLineActor(institution);
  const plan = await planDefinitionFile(actor, file);
  if (action === 'import') {
    await recordEntry(actor);
    await importDefinitionFile(actor, { ...file, hash: plan.hash });
  }
  process.stdout.write(json ? [...plan.changes, ...plan.problems].map((line) => `${JSON.stringify(line)}\n`).join('') : planText(plan, language));
  return plan.problems.length;
}

async function write({ path, institution, list }: Wanted): Promise<number> {
  const format = extname(path).slice(1).toLowerCase() as 'csv';
  // A half-written file must not be taken for a whole one.
  const partial = `${path}.part`;
  try {
    const table = await exportDefinitions(await commandLineActor(institution), { list });
    await pipeline(writeTable(table, format), createWriteStream(partial));
    await rename(partial, path);
  } finally {
    await rm(partial, { force: true });
  }
  return 0;
}

const cellText = ({ before, after }: DefinitionChange) =>
  Object.entries(after)
    .filter(([column, text]) => text !== (before[column] ?? ''))
    .map(([column, text]) => `    ${column}: ${JSON.stringify(before[column] ?? '')} → ${JSON.stringify(text)}\n`)
    .join('');

function planText({ rows, changes, problems }: FilePlan, language: Language): string {
  const changed = changes.map(
    (change) => `${change.row}  ${change.move}  ${[change.code, change.value].filter(Boolean).join(' ')}\n${cellText(change)}`,
  );
  const refused = problems.map(
    (problem) => `${problem.row}  refused  ${problem.column ?? ''} (${problem.code}): ${refusalText(problem, language)}\n`,
  );
  return `${changed.join('')}${refused.join('')}${rows} rows: ${changes.length} changes, ${problems.length} refused\n`;
}

const OPTIONS = {
  institution: { type: 'string' },
  json: { type: 'boolean', default: false },
  lang: { type: 'string', default: 'en' },
  out: { type: 'string' },
  list: { type: 'string', default: 'criteria' },
} as const;

type Wanted = NonNullable<ReturnType<typeof wantedOf>>;

const isList = (text: string): text is DefinitionList => (DEFINITION_LISTS as readonly string[]).includes(text);

/** Null when the arguments make no sense. */
function wantedOf(args: string[]) {
  try {
    const { values, positionals } = parseArgs({ args, options: OPTIONS, allowPositionals: true });
    const [action, file, ...others] = positionals;
    const { lang: language, list, institution, json, out } = values;
    const path = action === 'export' ? out : file;
    const isClear =
      action === 'export'
        ? file === undefined &&
          isFileFormat(
            extname(out ?? '')
              .slice(1)
              .toLowerCase(),
          )
        : out === undefined;
    if (!(action === 'plan' || action === 'import' || action === 'export') || !path || !isClear) return null;
    return others.length === 0 && isLanguage(language) && isList(list) ? ({ action, path, language, list, institution, json } as const) : null;
  } catch {
    return null;
  }
}
