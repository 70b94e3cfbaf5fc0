import { parseArgs } from 'node:util';
import { onDatabase } from '@/cli/on-database';
import { commandLineActor, recordEntry } from '@/lib/server/command-line/command-line-actor';
import { type LoadedStanding, loadStanding } from '@/lib/server/removals/load-standing';

const USAGE = `Usage: foyer standing FILE [--institution CODE] [--environment pp|p] [--json]

Takes in what the ticketing system knows of contacts, which removals ask before they take anything away. FILE is a table with the columns
CONTACT_NR, SALES (how many), LAST_PURCHASE (date or nothing), BALANCE (hundredths; below zero the contact owes), OPEN_ORDERS (how many) and,
if known, BENEFICIARY (TRUE where a ticket bears the name). Contacts that FILE does not name keep what was known of them. The institution may
be left out when there is only one; without --environment it is pre-production.

Exit status: 0 taken in (also when rows cannot be read: they are counted), 1 the file was refused, 2 wrong use.
`;

const OPTIONS = {
  institution: { type: 'string' },
  environment: { type: 'string', default: 'pp' },
  json: { type: 'boolean', default: false },
} as const;

interface Wanted {
  path: string;
  institution?: string;
  environment: 'PP' | 'P';
  json: boolean;
}

const ENVIRONMENTS = new Map<string, Wanted['environment']>([
  ['pp', 'PP'],
  ['p', 'P'],
]);

function wantedOf(args: string[]): Wanted | null {
  try {
    const { values, positionals } = parseArgs({ args, options: OPTIONS, allowPositionals: true });
    const environment = ENVIRONMENTS.get(values.environment.toLowerCase());
    const [path, ...others] = positionals;
    return path && environment && others.length === 0 ? { ...values, path, environment } : null;
  } catch {
    return null;
  }
}

/** `foyer standing`: sales, orders and balance of contacts, from a file of the ticketing system. */
export async function standing(args: string[]): Promise<number> {
  const wanted = wantedOf(args);
  if (!wanted) {
    process.stderr.write(USAGE);
    return 2;
  }
  const { path, institution, environment, json } = wanted;
  return onDatabase('standing', path, async () => {
    const actor = await commandLineActor(institution);
    await recordEntry(actor);
    const loaded = await loadStanding(actor, { path, environment });
    process.stdout.write(json ? `${JSON.stringify(loaded)}\n` : loadedText(loaded));
  });
}

function loadedText({ rows, changed, unchanged, unknown, wrong }: LoadedStanding): string {
  const lines = wrong.first.map(({ row, column }) => `  row ${row}: ${column} cannot be used\n`);
  return `${rows} rows = ${changed} changed + ${unchanged} unchanged + ${unknown} of unknown contacts + ${wrong.count} that cannot be read\n${lines.join('')}`;
}
