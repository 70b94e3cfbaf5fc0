import type pg from 'pg';
import type { Db } from '@/lib/server/database/scope';

/** What happened, as `noun.verb` (`import.create`); which thing, as `noun:id`; and ids, codes or counts about it, never names or values of contacts. */
export interface AuditEvent {
  action: string;
  subject?: string;
  details?: Record<string, string | number | boolean | null>;
}

// Plain SQL: Prisma would read the new row back, which a transaction that signs somebody in may not.
const ADD = `
  INSERT INTO audit_event (institution_id, user_id, action, subject, details)
  VALUES (foyer_institution(), foyer_user(), $1, $2, $3::jsonb)`;

/**
 * Adds an event to the audit trail, in the transaction of what it tells. Institution and user are those of the transaction's
 * scope, so that an event cannot be laid at somebody else's door.
 */
export async function recordEvent(db: Db | pg.ClientBase, { action, subject, details = {} }: AuditEvent): Promise<void> {
  const values = [action, subject ?? null, JSON.stringify(details)];
  await ('$executeRawUnsafe' in db ? db.$executeRawUnsafe(ADD, ...values) : db.query(ADD, values));
}
