import { type ImportArguments, importArguments } from '@/cli/import-arguments';
import { onDatabase } from '@/cli/on-database';
import { countsText, findingText } from '@/cli/sentences';
import type { Language } from '@/lib/i18n';
import type { Actor } from '@/lib/server/actor';
import { commandLineActor, recordEntry } from '@/lib/server/command-line/command-line-actor';
import { AppError } from '@/lib/server/errors';
import { finishImport } from '@/lib/server/imports/finish-import';
import { getImport, type ImportDetail } from '@/lib/server/imports/get-import';
import { importFile } from '@/lib/server/imports/import-file';

const USAGE = `Usage: foyer import FILE --apply [--institution CODE] [--environment pp|p] [--json]
                    [--lang en|fr] [--lenient] [--define-unknown] [--raise-consents SOURCE] [--accept-drift]
       foyer import --resume ID --apply [--institution CODE] [--json]

Imports FILE as "foyer plan FILE" shows it, and prints the ledger: the rows by what became of them. The import is in the history like any
other. The institution may be left out when there is only one; without --environment it is pre-production. Without --apply nothing is done.

Ctrl-C stops it: while contacts are written the import is paused, before that it is cancelled, and what to do next is printed.
--resume goes on with an import that was paused or stopped while its contacts were written, after the last row that was.

--lenient leaves out unknown structure types, community types and criteria instead of refusing their rows. --define-unknown defines
criteria, values and structure types that are not there, where contacts get them. --raise-consents gives refused authorizations again
where the file says TRUE; SOURCE says where the proof of it is, and is kept.

A file of a recipe is mapped, edited and imported as the recipe says; the options given here come on top. Where it differs from the last
file of the recipe it is refused and the import waits for somebody to look at it; --accept-drift goes on all the same.

Exit status: 0 applied (also when rows are refused: the ledger counts them), 1 the file or its plan was refused, 2 wrong use, 130 stopped
by Ctrl-C.
`;

const STOPPED = 130;

/** `foyer import`: a file all the way to contacts. */
export async function importCommand(args: string[]): Promise<number> {
  const wanted = importArguments(args);
  // What removes goes through an approval, which nobody gives from here.
  if (!wanted?.apply || wanted.removal) {
    process.stderr.write(USAGE);
    return 2;
  }
  let isApplied = true;
  const status = await onDatabase(
    'import',
    wanted.path,
    async () => {
      isApplied = await apply(wanted);
    },
    wanted.language,
  );
  return isApplied ? status : STOPPED;
}

/** A signal that is aborted by Ctrl-C or by who ends the process; a second one ends it at once, which does no harm either. */
function untilStopped(): AbortSignal {
  const stopping = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => stopping.abort());
  return stopping.signal;
}

/** False when it was stopped before its end. */
async function apply({ path, resume, environment, institution, json, acceptDrift, language, rules }: ImportArguments): Promise<boolean> {
  const stopping = untilStopped();
  const actor = await commandLineActor(institution);
  await recordEntry(actor);
  const detail =
    resume === null
      ? await importFile(actor, { path, environment, rules, acceptDrift }, stopping).catch((error) => tellDrift(error, actor, language))
      : await finishImport(actor, { importId: resume }, stopping);
  if (detail.state !== 'applied') {
    process.stderr.write(stoppedText(detail, institution));
    return false;
  }
  const { id, counts, balanced } = detail;
  if (!counts || !balanced) throw new Error(`The ledger of import ${id} does not balance.`);
  process.stdout.write(json ? `${JSON.stringify({ import: id, ...counts })}\n` : `Import ${id}: ${countsText(counts)}`);
  return true;
}

/** Prints in what a file that was refused differs from the last one of its recipe, and throws on. */
async function tellDrift(error: unknown, actor: Actor, language: Language): Promise<never> {
  if (error instanceof AppError && error.code === 'drift-refused') {
    const { drift } = await getImport(actor, { importId: Number(error.params.import) });
    process.stderr.write(drift.map((finding) => findingText(finding, language)).join(''));
  }
  throw error;
}

/** How an import was left, and how to go on with it. */
function stoppedText({ id, state, progress }: ImportDetail, institution: string | undefined): string {
  if (state !== 'paused') return `Import ${id} is ${state}: nothing was written. To import the file, run the command again.\n`;
  const written = progress?.total ? `${progress.done} of ${progress.total} rows are done` : 'the rows before are done';
  const again = `foyer import --resume ${id} --apply${institution ? ` --institution ${institution}` : ''}`;
  return `Import ${id} is paused: ${written}, and what is written stays. To go on: ${again}\n`;
}
