import type { z } from 'zod';
import { type Actor, requirePermission } from '@/lib/server/actor';
import { recordEvent } from '@/lib/server/audit/record-event';
import { inScope } from '@/lib/server/database/scope';
import { importSettings } from './settings';

/** Decides about all imports of the institution that are planned from now on. What is left out stays as it is, and what staff decide for the institution is not among it. */
export async function changeSettings(actor: Actor, request: z.input<typeof importSettings>): Promise<void> {
  requirePermission(actor, 'settings.edit');
  const settings = importSettings.parse(request);
  const { institutionId, userId } = actor;
  await inScope({ kind: 'institution', institutionId, userId }, async (db) => {
    await db.$executeRaw`UPDATE institution SET settings = settings || ${JSON.stringify(settings)}::jsonb WHERE id = ${institutionId}`;
    await recordEvent(db, { action: 'institution.settings', subject: `institution:${institutionId}`, details: { ...settings } });
  });
}
