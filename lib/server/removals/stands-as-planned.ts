/**
 * True of a change `p` whose contact bought nothing, ordered nothing and owes nothing else than when its removal was planned, at the time that
 * the parameter holds. Of a change that is no removal it asks nothing.
 */
export const standsAsPlanned = (plannedAt: string): string => `
  (p.operation IS NULL OR NOT EXISTS (SELECT FROM contact_standing s
    WHERE s.institution_id = p.institution_id AND s.contact_id = p.contact_id AND s.changed_at > ${plannedAt}))`;
