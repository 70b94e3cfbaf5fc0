import type { InstitutionContext } from './institution-context';
import { addressNameOf } from './structure-key';
import type { ChangeValues, CheckedRow, ContactKind } from './types';

/** What SAM writes for a first or last name that the file leaves blank. */
const BLANK_NAME = '-';

/** What is known where a contact is created. */
type Creation = Pick<InstitutionContext, 'language'> & Pick<CheckedRow, 'fillsNames'>;

/** What the format gives a new contact where the file says nothing. Part of the plan, so that it is seen before it is written. */
export function completeCreation(after: ChangeValues, part: ContactKind, { language, fillsNames }: Creation): ChangeValues {
  const completed = { ...after };
  completed.PREF_LANG ??= language;
  if (part !== 'structure') {
    if (fillsNames) {
      completed.FIRSTNAME ??= BLANK_NAME;
      completed.LASTNAME ??= BLANK_NAME;
    }
    completed.TITLE ??= 'UNDEFINED';
  } else if (after.OFFICIAL_NAME) completed.ADDRESS_NAME1 ??= addressNameOf(after.OFFICIAL_NAME);
  return completed;
}
