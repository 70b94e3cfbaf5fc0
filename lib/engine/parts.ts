import { fieldOfKey } from './addresses';
import { type CriterionDefinition, criterionCode } from './criteria';
import { FIELDS, fieldOf } from './fields';
import type { Cells, ContactKind } from './types';

/** Who has this field or criterion when a row is about a structure and its relay. */
const holdersInPair = (key: string, criteria: ReadonlyMap<string, CriterionDefinition>): readonly ContactKind[] => {
  const field = fieldOf(fieldOfKey(key));
  return field?.inPair ? [field.inPair] : holders(key, criteria);
};

/** Who has a field, by its bare code: asked for every cell. */
const ofField: ReadonlyMap<string, readonly ContactKind[]> = new Map(FIELDS.map(({ code, appliesTo }) => [code, appliesTo]));

/** The kinds of contact that have this field or criterion; none for what only steers a row. */
function holders(key: string, criteria: ReadonlyMap<string, CriterionDefinition>): readonly ContactKind[] {
  const known = ofField.get(key);
  if (known) return known;
  const code = criterionCode(key);
  if (code === null) return fieldOf(fieldOfKey(key))?.appliesTo ?? [];
  switch (criteria.get(code)?.scope) {
    case 'STRUCTURE':
      return ['structure'];
    case 'INDIVIDUAL':
      return ['individual', 'relay'];
    case 'BOTH':
      return ['individual', 'relay', 'structure'];
    default:
      return [];
  }
}

/** A criterion for both kinds describes the person of a pair: the structure only gets what is for structures alone. */
const isOfStructureInPair = (key: string, criteria: ReadonlyMap<string, CriterionDefinition>): boolean => {
  const code = criterionCode(key);
  return code === null ? holdersInPair(key, criteria).includes('structure') : criteria.get(code)?.scope === 'STRUCTURE';
};

/**
 * The cells of one part of a row: all it says about a contact of that kind. `foreign` are cells that no part of the row can have, such as
 * a consent of a structure; asked of a part that stands alone.
 */
export function cellsOf(
  part: ContactKind,
  cells: Cells,
  inPair: boolean,
  criteria: ReadonlyMap<string, CriterionDefinition>,
): { own: Cells; foreign: (keyof Cells)[] } {
  const own: Cells = {};
  const foreign: (keyof Cells)[] = [];
  for (const key in cells) {
    const name = key as keyof Cells;
    const cell = cells[name];
    if (cell === undefined) continue;
    if (inPair) {
      const has = part === 'structure' ? isOfStructureInPair(name, criteria) : holdersInPair(name, criteria).includes(part);
      if (has) own[name] = cell;
      continue;
    }
    const kinds = holders(name, criteria);
    if (kinds.includes(part)) own[name] = cell;
    else if (kinds.length > 0) foreign.push(name);
  }
  return { own, foreign };
}
