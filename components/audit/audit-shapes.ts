/** An event of the audit trail. */
export interface AuditLine {
  id: string;
  /** ISO text. */
  at: string;
  /** null where nobody acted; 0 is the command line. */
  userId: number | null;
  userName: string | null;
  action: string;
  subject: string | null;
  details: Readonly<Record<string, string | number | boolean | null>>;
  place: number | null;
}

/** Whether the chain of the trail holds. */
export interface ChainState {
  events: number;
  head: { place: number; hash: string } | null;
  /** Places that do not fit. */
  misfits: number;
}
