import { type ImportArguments, importArguments } from '@/cli/import-arguments';
import { onDatabase } from '@/cli/on-database';
import { countsText } from '@/cli/sentences';
import { commandLineActor, recordEntry } from '@/lib/server/command-line/command-line-actor';
import { importFile } from '@/lib/server/imports/import-file';

const USAGE = `Usage: foyer import FILE --apply [--institution CODE] [--environment pp|p] [--json]
                    [--lang en|fr] [--lenient] [--raise-consents SOURCE]

Imports FILE as "foyer plan FILE" shows it, and prints the ledger: the rows by what became of them. The import is in the history like any
other. The institution may be left out when there is only one; without --environment it is pre-production. Without --apply nothing is done.

--lenient leaves out unknown structure types, community types and criteria instead of refusing their rows. --raise-consents gives refused
authorizations again where the file says TRUE; SOURCE says where the proof of it is, and is kept.

Exit status: 0 applied (also when rows are refused: the ledger counts them), 1 the file or its plan was refused, 2 wrong use.
`;

/** `foyer import`: a file all the way to contacts. */
export async function importCommand(args: string[]): Promise<number> {
  const wanted = importArguments(args);
  if (!wanted?.apply) {
    process.stderr.write(USAGE);
    return 2;
  }
  return onDatabase('import', wanted.path, () => apply(wanted), wanted.language);
}

async function apply({ path, environment, institution, json, rules }: ImportArguments): Promise<void> {
  const actor = await commandLineActor(institution);
  await recordEntry(actor);
  const { id, counts, balanced } = await importFile(actor, { path, environment, rules });
  if (!counts || !balanced) throw new Error(`The ledger of import ${id} does not balance.`);
  process.stdout.write(json ? `${JSON.stringify({ import: id, ...counts })}\n` : `Import ${id}: ${countsText(counts)}`);
}
