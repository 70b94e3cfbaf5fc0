import { isOfAddress, writeAddresses } from './addresses';
import { criterionCode, mergeValues } from './criteria';
import { fieldOf } from './fields';
import type { Cleaned } from './fields/field';
import { isRounded } from './fields/values/rounded';
import type { InstitutionContext } from './institution-context';
import { type Issue, issue } from './issues';
import { withoutRetired } from './retired';
import type { ImportRules } from './rules';
import { compareTyped, isPhone, isTyped } from './typed-text';
import type { Cells, ChangeValues, StoredContact } from './types';

/** What a row changes of a contact: only fields that differ, with their old and new values. */
export interface Difference {
  before: ChangeValues;
  after: ChangeValues;
  issues: Issue[];
}

/** What must be known of an institution to compare. */
type ComparedWith = Pick<InstitutionContext, 'country' | 'rules' | 'criteria' | 'lists'>;

/**
 * What these cells change of a contact; with null, of nobody yet. An absent cell changes nothing and null clears. A consent that was
 * refused is never raised without evidence, nor cleared so that a second file could raise it. `country` is that of a first address
 * without one.
 */
export function compare(row: number, cells: Cells, contact: StoredContact | null, institution: ComparedWith): Difference {
  const { country, rules } = institution;
  const difference: Difference = { before: {}, after: {}, issues: [] };
  let speaksOfAddress = false;
  for (const key in cells) {
    const name = key as keyof Cells;
    const cell = cells[name];
    if (cell === undefined || isTyped(name) || (contact && name === 'CONTACT_NR')) continue;
    if (isOfAddress(name)) {
      speaksOfAddress = true;
      continue;
    }
    const before = contact?.fields[name] ?? null;
    if (before !== null && cell !== null && isPhone(name) && isRounded(cell)) continue;
    const kept = withoutRetired(row, name, before, cell, institution, difference.issues);
    if (kept === undefined) continue;
    const after = valueAfter(row, name, before, kept, rules, difference.issues);
    if (after === before) continue;
    if (contact) difference.before[name] = before;
    difference.after[name] = after;
    if (isPhone(name)) compareTyped(name, cells, contact, difference);
  }
  if (speaksOfAddress) compareAddresses(cells, contact, country, difference);
  followInstitution(cells, contact, difference);
  if (rules.raiseConsents && difference.issues.some(({ code }) => code === 'consent-raised')) {
    noteSource(rules.raiseConsents.source, cells, contact, difference);
  }
  return difference;
}

/** Whoever accepts e-mails of the institution accepts e-mail as a means, where nobody ever said whether they do. */
function followInstitution(cells: Cells, contact: StoredContact | null, { before, after }: Difference): void {
  if (after.CNIL_O !== 'TRUE' || cells.EMAIL !== undefined || contact?.fields.EMAIL !== undefined) return;
  if (contact) before.EMAIL = null;
  after.EMAIL = 'TRUE';
}

/** Where a refusal is undone, the contact says because of what. */
function noteSource(source: string, cells: Cells, contact: StoredContact | null, { before, after }: Difference): void {
  const present = contact?.fields.CONSENT_SOURCE ?? null;
  if (cells.CONSENT_SOURCE !== undefined || present === source) return;
  before.CONSENT_SOURCE = present;
  after.CONSENT_SOURCE = source;
}

function compareAddresses(cells: Cells, contact: StoredContact | null, country: string, difference: Difference): void {
  const { before, after } = writeAddresses(contact?.fields ?? {}, cells, country);
  if (!contact) {
    Object.assign(difference.after, after);
    return;
  }
  for (const name of Object.keys({ ...before, ...after }) as (keyof Cells)[]) {
    if (before[name] === after[name]) continue;
    difference.before[name] = before[name] ?? null;
    difference.after[name] = after[name] ?? null;
  }
}

function valueAfter(row: number, key: string, before: string | null, cell: string | null, rules: ImportRules, issues: Issue[]): string | null {
  const field = fieldOf(key);
  if (field?.type === 'flag' && before === 'FALSE' && cell !== 'FALSE') {
    if (cell === 'TRUE' && rules.raiseConsents) {
      issues.push(issue('consent-raised', row, key, { value: cell, source: rules.raiseConsents.source }));
      return cell;
    }
    issues.push(issue('consent-raise', row, key, { value: cell ?? '=' }));
    return before;
  }
  if (cell === null) return null;
  const merged: Cleaned = criterionCode(key) === null ? (field?.merge?.(before ?? undefined, cell) ?? cell) : mergeValues(before ?? undefined, cell);
  if (typeof merged === 'string') return merged;
  issues.push(issue(merged.code, row, key, merged.params));
  return merged.value ?? before;
}
