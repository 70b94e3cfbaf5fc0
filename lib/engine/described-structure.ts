import { compare } from './compare';
import { likeName } from './contact-index';
import type { CriterionDefinition } from './criteria';
import type { InstitutionContext } from './institution-context';
import { type Issue, issue } from './issues';
import { cellsOf } from './parts';
import type { Cells, ChangeValues, IdentifiedRow, StoredContact, StructureRef } from './types';

/** What a file has said of structures so far. */
export interface Descriptions {
  /** Row that describes a structure to what it writes of it. */
  readonly byRow: Map<number, ChangeValues>;
  /** Official name of structures that rows create, without case, accents and punctuation, to the first such row. */
  readonly byLikeName: Map<string, number>;
}

export const startDescriptions = (): Descriptions => ({ byRow: new Map(), byLikeName: new Map() });

/** A near miss among the structures of a file is told and never merged. */
export function similarInFile({ row, cells }: IdentifiedRow, { byLikeName }: Descriptions): Issue[] {
  if (!cells.OFFICIAL_NAME) return [];
  const name = likeName(cells.OFFICIAL_NAME);
  const earlier = byLikeName.get(name);
  if (earlier === undefined) byLikeName.set(name, row);
  return earlier === undefined ? [] : [issue('similar-structure-in-file', row, 'OFFICIAL_NAME', { value: cells.OFFICIAL_NAME, row: earlier })];
}

/**
 * What a row says of a structure that it only names, because the structure is there or an earlier row describes it: told where it is anything
 * new and the relay cannot have it either. `describedBy` is that earlier row.
 */
export function leftOutOfStructure(
  { row, structure }: IdentifiedRow,
  cells: Cells,
  describedBy: number | undefined,
  { byRow }: Descriptions,
  against: { institution: InstitutionContext; criteria: ReadonlyMap<string, CriterionDefinition> },
): Issue[] {
  const { own } = cellsOf('structure', cells, true, against.criteria);
  for (const key of Object.keys(cellsOf('relay', cells, true, against.criteria).own)) delete own[key as keyof Cells];
  const stored = structure?.kind === 'stored' ? structure.contact.fields : {};
  const written = describedBy === undefined ? {} : byRow.get(describedBy);
  const present = { ...NOBODY, fields: { ...stored, ...written } as StoredContact['fields'] };
  const { after } = compare(row, own, present, against.institution);
  return Object.keys(after).map((key) => issue('structure-kept', row, key, { value: own[key as keyof Cells] ?? '=' }));
}

const NOBODY: Omit<StoredContact, 'fields'> = {
  id: '',
  number: '',
  kind: 'structure',
  status: 'active',
  version: 0,
  structureId: null,
  login: false,
};

/** The row of the file that a structure comes from; undefined for one that no row of it describes. */
export const describingRow = (of: StructureRef, contacts: ReadonlyMap<string, number>): number | undefined =>
  of.kind === 'created' ? of.row : contacts.get(of.contactId);
