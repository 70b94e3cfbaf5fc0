import { parseArgs } from 'node:util';
import { onDatabase } from '@/cli/on-database';
import type { Anchor, Finding, Verified } from '@/lib/server/audit/verify-chain';
import { verifyTrails } from '@/lib/server/audit/verify-trails';

const USAGE = `Usage: foyer audit verify [--institution CODE] [--anchor PLACE:HASH] [--json]

Follows the audit trail of every institution, or of one, from its first event on, and says which event was changed, taken out, slipped in or
put elsewhere. It prints the last place with its hash: noted elsewhere and given as --anchor later, it proves that nothing before was changed.
`;

const OPTIONS = { institution: { type: 'string' }, anchor: { type: 'string' }, json: { type: 'boolean', default: false } } as const;

/** `foyer audit verify`: 0 where every trail is as it was written, 1 where one is not. */
export async function audit(args: string[]): Promise<number> {
  const wanted = wantedOf(args);
  if (!wanted) {
    process.stderr.write(USAGE);
    return 2;
  }
  let holds = true;
  const status = await onDatabase('audit', '', async () => {
    for (const { code, verified } of await verifyTrails(wanted)) {
      holds &&= verified.findings.length === 0;
      process.stdout.write(wanted.json ? `${JSON.stringify({ institution: code, ...verified })}\n` : textOf(code, verified));
    }
  });
  return holds ? status : 1;
}

function wantedOf(args: string[]): { institution?: string; anchor: Anchor | null; json: boolean } | null {
  try {
    const { values, positionals } = parseArgs({ args, options: OPTIONS, allowPositionals: true });
    if (positionals.length !== 1 || positionals[0] !== 'verify') return null;
    const { anchor: typed, ...wanted } = values;
    const [, place, hash] = /^(\d+):([0-9a-f]{64})$/.exec(typed ?? '') ?? [];
    // A place belongs to one chain: of several nobody knows which.
    if (typed !== undefined && (!place || !hash || !wanted.institution)) return null;
    return { ...wanted, anchor: place && hash ? { place: Number(place), hash } : null };
  } catch {
    return null;
  }
}

const KINDS: Record<Finding['kind'], string> = {
  'event-changed': 'was changed after it was written',
  'event-missing': 'was taken out',
  'event-unlinked': 'was slipped in: nothing covers it',
  'link-missing': 'has no link: it was taken out with its event',
  'link-changed': 'does not follow the place before it',
  'anchor-missing': 'is not what was noted of it',
};

const nameOf = ({ place, eventId }: Finding) =>
  [place !== null && `place ${place}`, eventId !== null && `event ${eventId}`].filter(Boolean).join(', ');

function textOf(code: string | null, { events, head, findings }: Verified): string {
  const whose = code ?? '(no institution)';
  const end = head ? `, last place ${head.place}:${head.hash}` : '';
  const counted = `${events} ${events === 1 ? 'event' : 'events'}`;
  if (findings.length === 0) return `${whose}: ${counted}, all as they were written${end}\n`;
  return `${whose}: ${counted}, NOT as they were written${end}\n${findings.map((found) => `  ${nameOf(found)} ${KINDS[found.kind]}\n`).join('')}`;
}
