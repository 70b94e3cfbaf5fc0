import { readCriteria, splitCode } from '@/lib/engine/criteria';
import { type FieldCode, fieldOf } from '@/lib/engine/fields';
import type { Place } from '@/lib/engine/fields/field';
import { tidy } from '@/lib/engine/fields/values/tidy';
import { yesOrNo } from '@/lib/engine/fields/values/yes-no';
import type { InstitutionContext } from '@/lib/engine/institution-context';
import { LIST_CODES, prepareLists, withinList } from '@/lib/engine/lists';

/** What an import makes of a value of codes. */
export type ValueReading =
  /** It is taken: as it stands, by the words that Foyer knows, or because the institution's list calls its code so. */
  | { kind: 'taken'; value: string; by: 'itself' | 'words' | 'list' }
  /** It clears the field. */
  | { kind: 'cleared' }
  /** It is likely to mean this, and is not taken unless a person says so. */
  | { kind: 'proposed'; value: string }
  /** It is defined with the import, as was chosen for it. */
  | { kind: 'defined'; value: string }
  | { kind: 'unknown' };

/** What readings depend on. */
export type ValuePlace = Pick<InstitutionContext, 'country' | 'criteria' | 'lists' | 'rules'>;

/** Whether the values of a field are codes that a file may call otherwise. */
export const hasCodes = (field: FieldCode): boolean =>
  (LIST_CODES as readonly string[]).includes(field) || ['flag', 'criterion'].includes(fieldOf(field)?.type ?? '');

/** Prepares to read the values of a field as an import reads them. */
export function valueReader(field: FieldCode, { country, criteria, lists, rules }: ValuePlace): (text: string) => ValueReading {
  const definitions = new Map(criteria.map((criterion) => [criterion.code, criterion]));
  const listing = prepareLists(lists, rules.lenient);
  const place: Place = { country, dateOrder: 'day-first', today: '', phones: new Map() };
  const own = fieldOf(field);
  return (text) => {
    const value = tidy(text).text;
    if (value === '=') return { kind: 'cleared' };
    if (own?.type === 'criterion') return readCriterion(value, definitions, rules.defineUnknown ?? false);
    const cleaned = withinList(field, value, own?.clean?.(value, place) ?? value, listing);
    if (typeof cleaned === 'string') return { kind: 'taken', value: cleaned, by: cleaned === value ? 'itself' : 'words' };
    if (cleaned.value !== undefined) return { kind: 'taken', value: cleaned.value, by: cleaned.code === 'taken-from-list' ? 'list' : 'words' };
    if (own?.type === 'flag') return proposedFlag(value, ['TRUE', 'FALSE']);
    return field === 'STRUCT_TYPE' && rules.defineUnknown ? { kind: 'defined', value } : { kind: 'unknown' };
  };
}

function proposedFlag(text: string, [yes, no]: [string, string]): ValueReading {
  const said = yesOrNo(text);
  return said === undefined ? { kind: 'unknown' } : { kind: 'proposed', value: said ? yes : no };
}

function readCriterion(text: string, definitions: Parameters<typeof readCriteria>[3], defines: boolean): ValueReading {
  const { issues } = readCriteria({ CRIT01: text }, 0, {}, definitions);
  if (issues.length === 0) return { kind: 'taken', value: text, by: 'itself' };
  const { code, text: said } = splitCode(text, undefined);
  if (code === undefined || said === null) return { kind: 'unknown' };
  const definition = definitions.get(code);
  if (definition?.type === 'boolean') return proposedFlag(said, [`${code}=T`, `${code}=F`]);
  return defines && !definition?.retired && issues[0]?.code !== 'one-criterion-value-only' ? { kind: 'defined', value: text } : { kind: 'unknown' };
}
