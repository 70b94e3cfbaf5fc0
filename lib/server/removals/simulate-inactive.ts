import { createWriteStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import { type Actor, requirePermission } from '@/lib/server/actor';
import { recordEvent } from '@/lib/server/audit/record-event';
import { inScope, inScopeSql } from '@/lib/server/database/scope';
import { AppError } from '@/lib/server/errors';
import { asJson } from '@/lib/server/imports/as-json';
import { bringFile } from '@/lib/server/imports/bring-file';
import { createImport } from '@/lib/server/imports/create-import';
import { INACTIVE, type InactiveRule, inactiveRuleOf, monthsBefore } from './inactive-rule';

const input = z.object({ environment: z.enum(['PP', 'P']) });

/** Numbers read at a time. */
const PAGE = 10_000;

/**
 * Makes the list of all inactive contacts by the institution's rule, as of `now`, and has the removal of these planned: a simulation, that is
 * asked for, approved and carried out as any other, or given up. Throws `inactive-nobody` where the rule finds nobody.
 */
export async function simulateInactive(actor: Actor, request: z.input<typeof input>, now = new Date()): Promise<{ importId: number }> {
  requirePermission(actor, 'removal.request');
  const { environment } = input.parse(request);
  const { institutionId, userId } = actor;
  const scope = { kind: 'institution', institutionId, userId } as const;
  const { code, settings } = await inScope(scope, (db) =>
    db.institution.findUniqueOrThrow({ where: { id: institutionId }, select: { code: true, settings: true } }),
  );
  const rule = inactiveRuleOf(settings, now);
  const folder = await mkdtemp(join(tmpdir(), 'foyer-inactive-'));
  try {
    const path = join(folder, `inactive-${rule.asOf.slice(0, 10)}.csv`);
    const listed = await writeList(path, { institutionId, code, environment, rule });
    await inScope(scope, (db) => recordEvent(db, { action: 'inactive.simulate', details: { environment, contacts: listed, ...rule } }));
    if (listed === 0) throw new AppError('inactive-nobody', { prospectMonths: rule.prospectMonths, customerMonths: rule.customerMonths }, 409);
    const file = { fileName: path.slice(folder.length + 1), size: (await stat(path)).size };
    const { importId } = await createImport(actor, { ...file, environment, purpose: 'removal' });
    await inScope(scope, (db) => db.import.update({ where: { id: importId }, data: { inactiveRule: asJson(rule) } }));
    await bringFile(actor, importId, path);
    return { importId };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

interface Listing {
  institutionId: number;
  code: string;
  environment: 'PP' | 'P';
  rule: InactiveRule;
}

/** Writes the list as a file of the format; gives how many it names. */
async function writeList(path: string, { institutionId, code, environment, rule }: Listing): Promise<number> {
  const until = [monthsBefore(rule.asOf, rule.prospectMonths), monthsBefore(rule.asOf, rule.customerMonths)];
  let listed = 0;
  async function* lines(): AsyncGenerator<string> {
    yield 'INSTITUTION;OPERATION;CONTACT_NR\r\n';
    for (let after = '', more = true; more; ) {
      const { rows } = await inScopeSql({ kind: 'institution', institutionId }, (client) =>
        client.query<{ number: string }>(INACTIVE(PAGE), [institutionId, environment, after, ...until]),
      );
      listed += rows.length;
      after = rows.at(-1)?.number ?? after;
      more = rows.length === PAGE;
      yield rows.map(({ number }) => `${code};ANONYMIZE;${number}\r\n`).join('');
    }
  }
  await pipeline(Readable.from(lines()), createWriteStream(path));
  return listed;
}
