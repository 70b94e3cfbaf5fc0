import type { FieldCode } from './fields';
import type { Cleaned } from './fields/field';
import { foldWords } from './fields/values/tidy';
import { STANDARD_TITLES } from './fields/values/title';
import { nearest } from './nearest';

/** Fields whose values an institution may list itself. */
export const LIST_CODES = ['TITLE', 'PREF_LANG', 'COUNTRY', 'STRUCT_TYPE', 'COMMUNITY_TYPE'] as const satisfies readonly FieldCode[];
export type ListCode = (typeof LIST_CODES)[number];

/** Of them those whose values are simply listed; structure types are defined and retired as criteria are. */
export const PLAIN_LISTS = LIST_CODES.filter((code) => code !== 'STRUCT_TYPE');
export type PlainList = (typeof PLAIN_LISTS)[number];

/** A value that an institution lists: stored by its code, known to people by its labels (by language). */
export interface ListedValue {
  code: string;
  labels: Readonly<Record<string, string>>;
  /** Contacts keep it, files no longer bring it. */
  retired?: true;
}

/** The lists that an institution keeps, in their order; a list that is absent or empty is not kept. */
export type Lists = { readonly [List in ListCode]?: readonly ListedValue[] };

/** Lists whose fields have no values of their own: what is not listed there refuses its row, unless the import is lenient. */
const BINDING: ReadonlySet<string> = new Set<ListCode>(['STRUCT_TYPE', 'COMMUNITY_TYPE']);

interface List {
  codes: ReadonlySet<string>;
  /** Codes and labels without case, accents and punctuation; null where they say two codes. */
  names: ReadonlyMap<string, string | null>;
}

/** The lists of an institution as the cells of one import are compared with them. */
export interface Listing {
  readonly lists: ReadonlyMap<string, List>;
  readonly lenient: boolean;
  /** Fields that need a list and have none, until that is said once. */
  readonly withoutList: Set<string>;
}

export function prepareLists(lists: Lists, lenient = false): Listing {
  const kept = LIST_CODES.flatMap((code) => (lists[code]?.length ? [[code, listOf(lists[code])] as const] : []));
  return { lists: new Map(kept), lenient, withoutList: new Set([...BINDING].filter((code) => !lists[code as ListCode]?.length)) };
}

function listOf(values: readonly ListedValue[]): List {
  const names = new Map<string, string | null>();
  for (const { code, labels } of values) {
    for (const name of new Set([code, ...Object.values(labels)].map(foldWords).filter((name) => name !== '')))
      names.set(name, names.has(name) ? null : code);
  }
  return { codes: new Set(values.map(({ code }) => code)), names };
}

/** What stands before the codes of titles where their list is shown. */
const TITLE_PREFIX = /^CONTACT_TITLE\//;

/**
 * The value within the institution's list of its field. `cleaned` is what the field itself makes of the text: it stands where it is listed, or
 * where the institution keeps no list. A listed code written otherwise, or its label, becomes the code; values are never added to a list.
 */
export function withinList(field: string, text: string, cleaned: Cleaned, { lists, lenient }: Listing): Cleaned {
  const list = lists.get(field);
  if (!list) return cleaned;
  const value = text.replace(TITLE_PREFIX, '');
  if (list.codes.has(value)) return value;
  const own = typeof cleaned === 'string' ? cleaned : undefined;
  if (own !== undefined && (list.codes.has(own) || field === 'TITLE')) return own;
  const named = list.names.get(foldWords(value));
  if (named) return { value: named, code: 'taken-from-list', params: { value: text, expected: named } };
  if (typeof cleaned !== 'string' && cleaned.code === 'country-code-mistaken') return cleaned;
  const codes = field === 'TITLE' ? [...STANDARD_TITLES, ...list.codes] : [...list.codes];
  const params = { value: text, expected: nearest(value, codes) };
  if (field === 'TITLE') return { value: undefined, code: 'unknown-title', params };
  return { value: undefined, code: BINDING.has(field) && !lenient ? 'not-in-list' : 'not-in-list-skipped', params };
}

/** The values that an import takes for this field in the institution; null where its list says nothing about it. */
export function listedCodes(field: string, lists: Lists): readonly string[] | null {
  const own = (lists[field as ListCode] ?? []).filter(({ retired }) => !retired).map(({ code }) => code);
  if (own.length === 0) return null;
  return field === 'TITLE' ? [...new Set([...STANDARD_TITLES, ...own])] : own;
}
