import type { InstitutionContext } from './institution-context';
import { addressNameOf } from './structure-key';
import type { ChangeValues, CheckedRow, ContactKind } from './types';

/** What SAM writes for a first or last name that the file leaves blank. */
const BLANK_NAME = '-';

/** What is known where a contact is created. */
type Creation = Pick<InstitutionContext, 'language'> & Pick<CheckedRow, 'fillsNames'>;

/** Adds what the format gives a new contact where the file says nothing. Part of the plan, so that it is seen before it is written. */
export function completeCreation(completed: ChangeValues, part: ContactKind, { language, fillsNames }: Creation): void {
  completed.PREF_LANG ??= language;
  if (part !== 'structure') {
    if (fillsNames) {
      completed.FIRSTNAME ??= BLANK_NAME;
      completed.LASTNAME ??= BLANK_NAME;
    }
    completed.TITLE ??= 'UNDEFINED';
  } else if (completed.OFFICIAL_NAME) completed.ADDRESS_NAME1 ??= addressNameOf(completed.OFFICIAL_NAME);
}
