/** Beside an import the state of the last request for its approval. */
export const LAST_APPROVAL = { approvals: { select: { state: true }, orderBy: { id: 'desc' as const }, take: 1 } };
