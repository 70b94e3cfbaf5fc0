import { type CriterionScope, type CriterionType, type CriterionUse, type DefinedCriterion, hasValues } from './definition';
import type { DefinitionProblemCode } from './definition-problem';

/** Why a criterion cannot be changed like this, with what fills the text; null where it can. */
export type Barrier = { column: 'DATA_TYPE' | 'CONTACT_TYPE'; code: DefinitionProblemCode; params: Record<string, string | number> } | null;

/** Types that can hold every value that contacts of another type have. */
const WIDER: Record<CriterionType, readonly CriterionType[]> = { single: ['multi'], boolean: ['text'], multi: [], text: [] };

/**
 * Whether the values that contacts have may stand under another type. Several become one only where nobody has several; a list that has
 * values of its own stays a list, since they would be lost.
 */
export function typeBarrier({ type, values }: DefinedCriterion, wanted: CriterionType, use: CriterionUse): Barrier {
  if (wanted === type) return null;
  const params = { value: wanted.toUpperCase(), stored: type.toUpperCase(), count: use.individuals + use.structures };
  if (hasValues(type) && !hasValues(wanted) && values.length > 0) {
    return { column: 'DATA_TYPE', code: 'definition-type-has-values', params: { ...params, count: values.length } };
  }
  const fits = params.count === 0 || WIDER[type].includes(wanted) || (type === 'multi' && wanted === 'single' && use.several === 0);
  return fits ? null : { column: 'DATA_TYPE', code: 'definition-type-in-use', params };
}

/** Whether a criterion may be for other contacts: those that have it must be among them. */
export function scopeBarrier(scope: CriterionScope, wanted: CriterionScope, { individuals, structures }: CriterionUse): Barrier {
  if (wanted === scope || wanted === 'BOTH') return null;
  const count = wanted === 'INDIVIDUAL' ? structures : individuals;
  return count === 0 ? null : { column: 'CONTACT_TYPE', code: 'definition-scope-in-use', params: { value: wanted, stored: scope, count } };
}
