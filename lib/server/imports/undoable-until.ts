const DAY_MS = 86_400_000;

/** When an import was carried out, and the import that it takes back itself, if it is an undo. */
interface CarriedOut {
  appliedAt: Date | null;
  confirmedAt: Date | null;
  undone?: Omit<CarriedOut, 'undone'> | null;
}

/**
 * Until when an import can be undone, in an institution that keeps the values from before for so many days; null where it was never confirmed. One that stopped half-way counts from its confirmation. An undo
 * takes what it brings back from the plan of the import that it took back: it cannot be undone for longer than that.
 */
export function undoableUntil({ appliedAt, confirmedAt, undone }: CarriedOut, days: number): Date | null {
  const at = appliedAt ?? confirmedAt;
  if (!at) return null;
  const until = new Date(at.getTime() + days * DAY_MS);
  const source = undone ? undoableUntil(undone, days) : null;
  return source && source < until ? source : until;
}
