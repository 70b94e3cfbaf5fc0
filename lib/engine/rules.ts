/** What a person chose for one import beyond the mapping; what is left out has its default. */
export interface ImportRules {
  /** An unknown structure type, community type or criterion leaves out its cell with a warning instead of refusing its row. */
  lenient?: boolean;
  /** Criteria, values of lists and structure types that the institution does not have are defined with the import, where its contacts need them. */
  defineUnknown?: boolean;
  /** Refused consents become given ones where the file says so, because of this evidence. Absent: a refusal stays. */
  raiseConsents?: { source: string };
  /** Who gets the number of a row about a structure and its relay; the relay where not said. */
  structureNumber?: NumberHolder;
  /** One row that cannot be carried out as planned keeps all others from being written, too. */
  allOrNothing?: boolean;
}

export const NUMBER_HOLDERS = ['relay', 'structure'] as const;
export type NumberHolder = (typeof NUMBER_HOLDERS)[number];
