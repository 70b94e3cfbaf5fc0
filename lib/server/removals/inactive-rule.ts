import { z } from 'zod';
import { readSettings } from '@/lib/server/institutions/settings';

/** From when on contacts count as inactive; months without anything that they did. */
export const inactiveRule = z.object({
  /** Of those who never bought anything nor had a ticket in their name. */
  prospectMonths: z.int().min(1),
  /** Of the others, counted from their last purchase as well. */
  customerMonths: z.int().min(1),
  /** ISO text. */
  asOf: z.iso.datetime(),
});

export type InactiveRule = z.infer<typeof inactiveRule>;

/** Three years for prospects and ten for customers, whose sales accounts must keep as long (domain: the GDPR batch of SecuTix). */
const MONTHS = { prospect: 36, customer: 120 };

/** The rule as the institution decided, as of `now`. */
export function inactiveRuleOf(settings: unknown, now: Date): InactiveRule {
  const { inactiveProspectMonths = MONTHS.prospect, inactiveCustomerMonths = MONTHS.customer } = readSettings(settings);
  return { prospectMonths: inactiveProspectMonths, customerMonths: inactiveCustomerMonths, asOf: now.toISOString() };
}

/**
 * When a contact was last heard of, in the terms of INACTIVE: the last purchase, what a person changed, the date of a consent that still stands,
 * else the day on which it was made. What an import changed does not count: nobody did anything.
 */
const HEARD_OF = `
  greatest(c.created_at, s.last_purchase::timestamptz, CASE WHEN c.updated_by_import IS NULL THEN c.updated_at END,
    CASE WHEN true IN (a.cnil_o, a.cnil_t, a.partner, a.sms_mms, a.phone, a.letter, a.email) THEN a.consent_date::timestamptz END)`;

/**
 * SQL of a page of the numbers of inactive contacts after $3, for the institution $1 and the environment $2: individuals and relays that are not
 * erased, of whom it is known that they neither owe, are owed nor wait for anything. Of whom nothing is known is never among them, nor a customer
 * whose last purchase nobody knows. $4 and $5: before when prospects and customers were last heard of.
 */
export const INACTIVE = (page: number): string => `
  SELECT c.number FROM contact c
  JOIN contact_standing s ON s.institution_id = c.institution_id AND s.contact_id = c.id
  LEFT JOIN contact_authorizations a ON a.institution_id = c.institution_id AND a.contact_id = c.id
  WHERE c.institution_id = $1 AND c.environment = $2::"Environment" AND c.number > $3 AND c.kind IN ('individual', 'relay') AND c.erasure IS NULL
    AND s.balance = 0 AND s.open_orders = 0
    AND CASE WHEN s.sales > 0 OR s.beneficiary THEN s.last_purchase IS NOT NULL AND ${HEARD_OF} < $5::timestamptz ELSE ${HEARD_OF} < $4::timestamptz END
  ORDER BY c.number LIMIT ${page}`;

/** The moment so many calendar months before another; the end of a month that has no such day. */
export function monthsBefore(iso: string, months: number): Date {
  const date = new Date(iso);
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() - months);
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(day, last));
  return date;
}
