import type { Layout, LayoutColumn, LayoutLanguage } from './layout';

/** The sentences of a template, which stand in the catalogues. */
export interface TemplateWords {
  group(group: LayoutColumn['group']): string;
  /** Type, length and whether the column must be filled. */
  rule(column: LayoutColumn): string;
}

/** The rows of an empty template: explanations where the layout has them, the codes, and one example that can be deleted. */
export function templateRows({ columns, explained }: Layout, language: LayoutLanguage, words: TemplateWords): string[][] {
  const codes = columns.map(({ code }) => code);
  const example = columns.map((column) => column.example);
  if (!explained) return [codes, example];
  const groups = columns.map(({ group }, at) => (columns[at - 1]?.group === group ? '' : words.group(group)));
  return [groups, columns.map(({ labels }) => labels[language]), columns.map((column) => words.rule(column)), codes, example];
}

/** The lists of allowed values, a column for each that has one: its code, then the values. Ragged; a column's place is its place here. */
export const allowedLists = ({ columns }: Layout): string[][] =>
  columns.filter(({ allowed }) => allowed.length > 0).map(({ code, allowed }) => [code, ...allowed]);
