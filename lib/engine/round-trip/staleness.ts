import { nameUses } from '@/lib/engine/addresses';
import { compare } from '@/lib/engine/compare';
import type { CriterionDefinition } from '@/lib/engine/criteria';
import type { InstitutionContext } from '@/lib/engine/institution-context';
import type { Issue } from '@/lib/engine/issues';
import { cellsOf } from '@/lib/engine/parts';
import type { CheckedRow, Match, StoredContact } from '@/lib/engine/types';
import { conflictsOf } from './expectation';

interface Against {
  institution: InstitutionContext;
  criteria: ReadonlyMap<string, CriterionDefinition>;
}

/** Who a row is about that was exported and is found no more. */
const GONE: StoredContact = { id: '', number: '', kind: 'individual', status: 'active', version: 0, structureId: null, login: false, fields: {} };

/**
 * Why an exported row is not carried out: what is stored is no longer what was exported. A row that would change nothing any more, such as
 * one of a file that comes a second time, is in nobody's way.
 */
export function staleness(
  { row, cells, expected }: Pick<CheckedRow, 'row' | 'cells' | 'expected'>,
  match: Match | undefined,
  { institution, criteria }: Against,
): Issue[] {
  if (!expected || !match || match.kind === 'ambiguous') return [];
  const contact = match.kind === 'stored' ? match.contact : GONE;
  const conflicts = conflictsOf(row, expected, contact);
  if (conflicts.length === 0 || match.kind === 'none') return conflicts;
  const { own } = cellsOf(contact.kind, nameUses(cells), false, criteria);
  return Object.keys(compare(row, own, contact, institution).after).length > 0 ? conflicts : [];
}
