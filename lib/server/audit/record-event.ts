import type { Db } from '@/lib/server/database/scope';

/** What happened, as `noun.verb` (`import.create`); which thing, as `noun:id`; and ids, codes or counts about it, never names or values of contacts. */
export interface AuditEvent {
  action: string;
  subject?: string;
  details?: Record<string, string | number | boolean | null>;
}

/**
 * Adds an event to the audit trail, in the transaction of what it tells. Institution and user are those of the transaction's
 * scope, so that an event cannot be laid at somebody else's door.
 */
export async function recordEvent(db: Db, { action, subject, details = {} }: AuditEvent): Promise<void> {
  // Plain SQL: Prisma would read the new row back, which a transaction that signs somebody in may not.
  await db.$executeRaw`
    INSERT INTO audit_event (institution_id, user_id, action, subject, details)
    VALUES (foyer_institution(), foyer_user(), ${action}, ${subject ?? null}, ${JSON.stringify(details)}::jsonb)`;
}
