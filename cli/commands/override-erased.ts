import { parseArgs } from 'node:util';
import { onDatabase } from '@/cli/on-database';
import { commandLineActor, recordEntry } from '@/lib/server/command-line/command-line-actor';
import { OVERRIDE_BASES, type OverrideBasis, overrideErased } from '@/lib/server/removals/override-erased';

const USAGE = `Usage: foyer override-erased IMPORT --basis ${OVERRIDE_BASES.join('|')} --reason TEXT [--institution CODE]

Lets people who were erased come back with a planned import whose rows about them are held, and has it planned again; somebody confirms the new
plan like any other. The basis goes into the audit trail, TEXT stays with the import: name nobody in it. The institution may be left out when
there is only one.

Exit status: 0 planned again, 1 refused, 2 wrong use.
`;

const OPTIONS = { institution: { type: 'string' }, basis: { type: 'string' }, reason: { type: 'string', default: '' } } as const;

interface Wanted {
  importId: number;
  institution?: string;
  basis: OverrideBasis;
  reason: string;
}

const isBasis = (text: string | undefined): text is OverrideBasis => OVERRIDE_BASES.some((basis) => basis === text);

/** The shortest reason that says anything. */
const REASON_CHARS = 10;

function wantedOf(args: string[]): Wanted | null {
  try {
    const { values, positionals } = parseArgs({ args, options: OPTIONS, allowPositionals: true });
    const { institution, basis, reason } = values;
    const importId = Number(positionals[0]);
    const isClear = positionals.length === 1 && Number.isSafeInteger(importId) && importId > 0 && reason.trim().length >= REASON_CHARS;
    return isClear && isBasis(basis) ? { importId, institution, basis, reason } : null;
  } catch {
    return null;
  }
}

/** `foyer override-erased`: a lawful reason for bringing back people who were erased. */
export async function overrideErasedCommand(args: string[]): Promise<number> {
  const wanted = wantedOf(args);
  if (!wanted) {
    process.stderr.write(USAGE);
    return 2;
  }
  const { institution, ...request } = wanted;
  return onDatabase('override-erased', '', async () => {
    const actor = await commandLineActor(institution);
    await recordEntry(actor);
    await overrideErased(actor, request);
    process.stdout.write(`Import ${request.importId} is planned again with the people who were erased.\n`);
  });
}
