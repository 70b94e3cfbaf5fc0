import type { InputCode } from './input';
import type { Person } from './lexicon/meaning';

/** Which of a contact's addresses a column belongs to; `plain` where the header does not say. */
export type AddressPlace = 'plain' | 'home' | 'billing' | 'work' | 'shipping' | 'other';

/** What a header says about its column, before the columns beside it are looked at. */
export interface Claim {
  /** NAME, NOM and NOME are names whose kind only the other columns tell; LINE and ADDITION lines of an address not yet numbered. */
  input: InputCode | 'NAME' | 'NOM' | 'NOME' | 'LINE' | 'ADDITION';
  place: AddressPlace;
  person: Person | null;
  /** 2 in `Phone 2` and `Second e-mail`; null where not said. */
  number: number | null;
  /** Called the main one. */
  primary: boolean;
  /** A pager, a car phone: only where nothing better is there. */
  odd: boolean;
  /** Every word of the header is known. */
  exact: boolean;
}
