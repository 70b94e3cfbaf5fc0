/** What a row may ask for. */
export interface Operation {
  readonly code: string;
  /** Whether a file may name it. The one that is not spoken is what a file without operations means. */
  readonly spoken: boolean;
  /** write: creates or updates contacts. directive: steers the rows after it. removal: takes away, so it waits for an approval. */
  readonly effect: 'write' | 'directive' | 'removal';
  /** Whom its rows may be: only somebody new, only the contact with their number, or whoever number or e-mail finds. */
  readonly finds: 'nobody' | 'by-number' | 'by-identity';
  /** An inactive contact becomes active again. */
  readonly reactivates: boolean;
  /** Takes values away that say who somebody is, for ever. */
  readonly erases?: true;
}
