import { createTranslator } from 'use-intl/core';
import { BUCKETS, type DriftFinding, type FileIssue, type IssueCode, type ProposedDefinition } from '@/lib/engine';
import type { Language } from '@/lib/i18n';
import { catalogues } from '@/lib/i18n/catalogues';
import type { AppError } from '@/lib/server/errors';
import type { ImportCounts } from '@/lib/server/imports/import-counts';
import type { PlannedLine } from '@/lib/server/imports/planned-lines';

const translator = <Part extends 'errors' | 'issues' | 'recipes'>(locale: Language, part: Part) =>
  createTranslator({ locale, messages: catalogues[locale][part] });
const errors = { en: translator('en', 'errors'), fr: translator('fr', 'errors') };
const issues = { en: translator('en', 'issues'), fr: translator('fr', 'issues') };

const recipes = { en: translator('en', 'recipes'), fr: translator('fr', 'recipes') };

const PERCENT: readonly DriftFinding['code'][] = ['blank-up', 'mix-changed'];

/** A difference from the last file of a recipe in words. */
export function findingText({ code, column = '', field = '', value = '', before = 0, now = 0 }: DriftFinding, language: Language): string {
  const t = recipes[language];
  const shown = (figure: number | string): number => {
    if (code === 'dates-differ') return t(`orders.${figure as 'serial'}`) as unknown as number;
    return PERCENT.includes(code) ? (`${Math.round(100 * Number(figure))} %` as unknown as number) : Number(figure);
  };
  return `${t(`findings.${code}`, { column, field, value, before: shown(before), now: shown(now) })}\n`;
}

/** A refusal in words. */
export const refusalText = ({ code, params }: Pick<AppError, 'code' | 'params'>, language: Language): string =>
  code in catalogues.en.errors ? errors[language](code as keyof typeof catalogues.en.errors, params) : code;

/** What was found about a file as a whole, in words. */
export const fileIssueText = ({ row, code, level, params }: FileIssue, language: Language): string =>
  `${level}${row === null ? '' : ` row ${row}`} (${code}): ${issues[language](code as IssueCode, params)}\n`;

/** Field to the header of its column. */
export type ColumnHeaders = ReadonlyMap<string, string>;

const placeText = (field: string | null, headers: ColumnHeaders): string => {
  const header = field && headers.get(field);
  return field ? ` ${field}${header && header !== field ? ` in ${JSON.stringify(header)}` : ''}` : '';
};

const shown = (value: string | null): string => (value === null ? 'nothing' : JSON.stringify(value));

/** What becomes of one contact or row, over as many lines of text as it has fields and issues. */
export function plannedText(
  { row, part, kind, operation, contactNr, fields, issues: found }: PlannedLine,
  headers: ColumnHeaders,
  language: Language,
): string {
  const who = [part ?? 'row', contactNr].filter(Boolean).join(' ');
  const changes = Object.entries(fields).map(([code, [before, after]]) => `    ${code}: ${shown(before)} → ${shown(after)}\n`);
  const problems = found.map(
    ({ field, code, level, params }) => `    ${level}${placeText(field, headers)} (${code}): ${issues[language](code, params)}\n`,
  );
  return `${row}  ${operation ?? kind.replace('_', ' ')}  ${who}\n${changes.join('')}${problems.join('')}`;
}

/** What is defined with a plan, one line each. */
export const definitionsText = (definitions: readonly ProposedDefinition[]): string =>
  definitions
    .map(({ list, code, value, type, row }) => {
      const what = list === 'structure-types' ? 'structure type' : value === '' ? `criterion (${type})` : 'value of the criterion';
      return `define ${what} ${[code, value].filter(Boolean).join(' = ')}, first needed in row ${row}\n`;
    })
    .join('');

/** The buckets as a sum: `7 rows = 3 created + 4 updated`. */
export function countsText(counts: ImportCounts): string {
  const filled = BUCKETS.filter((bucket) => counts[bucket] > 0).map((bucket) => `${counts[bucket]} ${bucket.replace('_', ' ')}`);
  return `${counts.rows} ${counts.rows === 1 ? 'row' : 'rows'} = ${filled.join(' + ') || '0'}\n`;
}
