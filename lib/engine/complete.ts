import { addressNameOf } from './structure-key';
import type { ChangeValues, ContactKind, InstitutionContext } from './types';

/** What the format gives a new contact where the file says nothing. Part of the plan, so that it is seen before it is written. */
export function completeCreation(after: ChangeValues, part: ContactKind, { language }: Pick<InstitutionContext, 'language'>): ChangeValues {
  const completed = { ...after, PREF_LANG: after.PREF_LANG ?? language };
  if (part !== 'structure') return { ...completed, TITLE: after.TITLE ?? 'UNDEFINED' };
  return after.OFFICIAL_NAME ? { ...completed, ADDRESS_NAME1: after.ADDRESS_NAME1 ?? addressNameOf(after.OFFICIAL_NAME) } : completed;
}
