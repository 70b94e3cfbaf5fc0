import { createTranslator } from 'use-intl/core';
import { BUCKETS } from '@/lib/engine';
import { catalogues } from '@/lib/i18n/catalogues';
import type { AppError } from '@/lib/server/errors';
import type { ImportCounts } from '@/lib/server/imports/import-counts';
import type { PlannedLine } from '@/lib/server/imports/planned-lines';

const errors = createTranslator({ locale: 'en', messages: catalogues.en.errors });
const issues = createTranslator({ locale: 'en', messages: catalogues.en.issues });

/** A refusal in words. */
export const refusalText = ({ code, params }: Pick<AppError, 'code' | 'params'>): string =>
  code in catalogues.en.errors ? errors(code as keyof typeof catalogues.en.errors, params) : code;

const issueText = ({ field, code, level, params }: PlannedLine['issues'][number]): string =>
  `    ${level}${field ? ` ${field}` : ''}: ${issues(code, params)}\n`;

const shown = (value: string | null): string => (value === null ? 'nothing' : JSON.stringify(value));

/** What becomes of one contact or row, over as many lines of text as it has fields and issues. */
export function plannedText({ row, part, kind, contactNr, fields, issues: found }: PlannedLine): string {
  const who = [part ?? 'row', contactNr].filter(Boolean).join(' ');
  const changes = Object.entries(fields).map(([code, [before, after]]) => `    ${code}: ${shown(before)} → ${shown(after)}\n`);
  return `${row}  ${kind.replace('_', ' ')}  ${who}\n${changes.join('')}${found.map(issueText).join('')}`;
}

/** The buckets as a sum: `7 rows = 3 created + 4 updated`. */
export function countsText(counts: ImportCounts): string {
  const filled = BUCKETS.filter((bucket) => counts[bucket] > 0).map((bucket) => `${counts[bucket]} ${bucket.replace('_', ' ')}`);
  return `${counts.rows} ${counts.rows === 1 ? 'row' : 'rows'} = ${filled.join(' + ') || '0'}\n`;
}
