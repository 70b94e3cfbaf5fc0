import { layoutOf } from '@/lib/engine/layouts';
import { guarded } from '@/lib/engine/round-trip/formula-guard';
import { criterionCells, type DefinitionCells, typeCells, valueCells } from './cells-of';
import { type DefinitionList, type Definitions, hasValues } from './definition';

/** Definitions as a table in their layout, of which an import changes nothing. Cells are guarded as in all text files. */
export function writeDefinitions(list: DefinitionList, { criteria, structureTypes }: Definitions): { header: string[]; rows: string[][] } {
  const header = layoutOf(list)?.columns.map(({ code }) => code as string) ?? [];
  const row = (cells: DefinitionCells) => header.map((code) => guarded(cells[code] ?? ''));
  if (list === 'structure-types') return { header, rows: structureTypes.map((type) => row({ CODE: type.value, ...typeCells(type) })) };
  const rows = criteria.flatMap((criterion) => [
    row({ CODE: criterion.code, ...criterionCells(criterion) }),
    ...(hasValues(criterion.type) ? criterion.values : []).map((value) => row({ CODE: criterion.code, VALUE: value.value, ...valueCells(value) })),
  ]);
  return { header, rows };
}
