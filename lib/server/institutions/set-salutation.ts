import { z } from 'zod';
import { type Actor, requirePermission } from '@/lib/server/actor';
import { recordEvent } from '@/lib/server/audit/record-event';
import { inScope } from '@/lib/server/database/scope';

const text = z.string().trim().max(200);

const input = z.object({
  title: z.string().trim().min(1).max(200),
  language: z.string().regex(/^[a-z]{2}$/),
  /** Empty: our own text holds. */
  letter: text,
  address: text,
});

/** Says how people with a title are addressed in a language; with both texts empty our own hold again. */
export async function setSalutation(actor: Actor, request: z.input<typeof input>): Promise<void> {
  requirePermission(actor, 'settings.edit');
  const { title, language, letter, address } = input.parse(request);
  const { institutionId, userId } = actor;
  const place = { institutionId, title, language };
  await inScope({ kind: 'institution', institutionId, userId }, async (db) => {
    if (letter === '' && address === '') await db.salutation.deleteMany({ where: place });
    else {
      await db.salutation.upsert({
        where: { institutionId_title_language: place },
        create: { ...place, letter, address },
        update: { letter, address },
      });
    }
    await recordEvent(db, { action: 'salutation.set', subject: `salutation:${title}`, details: { language, letter, address } });
  });
}
