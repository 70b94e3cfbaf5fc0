import { type FieldCode, fieldOf } from '@/lib/engine/fields';
import { COUNTRY_CODES } from '@/lib/engine/fields/values/country';
import { LANGUAGE_CODES } from '@/lib/engine/fields/values/language';
import { STANDARD_TITLES } from '@/lib/engine/fields/values/title';
import { yesOrNo } from '@/lib/engine/fields/values/yes-no';
import { listedCodes } from '@/lib/engine/lists';
import type { ValuePlace } from './read-value';

const OWN: { readonly [Code in FieldCode]?: readonly string[] } = { TITLE: STANDARD_TITLES, PREF_LANG: LANGUAGE_CODES, COUNTRY: COUNTRY_CODES };

/** The values that a field of codes may have: those of the institution's list, else all that the field knows. Criteria as cells write them. */
export function answersFor(field: FieldCode, { lists, criteria }: ValuePlace): readonly string[] {
  const type = fieldOf(field)?.type;
  if (type === 'flag') return ['TRUE', 'FALSE'];
  if (type !== 'criterion') return listedCodes(field, lists) ?? OWN[field] ?? [];
  return criteria
    .filter(({ retired }) => !retired)
    .flatMap(({ code, type: kind, values, retiredValues }) => {
      const own = kind === 'boolean' ? ['T', 'F'] : values.filter((value) => !retiredValues?.includes(value));
      return own.map((value) => `${code}=${value}`);
    });
}

/** What the values of a column become when all of it is one criterion: words for yes and no where it is one of those, else each under the criterion's code. */
export function asCriterion(values: readonly string[], criterion: Pick<ValuePlace['criteria'][number], 'code' | 'type'>): Record<string, string> {
  const inCriterion = (text: string): string => {
    if (criterion.type !== 'boolean') return text;
    const flag = yesOrNo(text);
    return flag === undefined ? text : flag ? 'T' : 'F';
  };
  return Object.fromEntries(values.map((value) => [value, `${criterion.code}=${inCriterion(value)}`]));
}
