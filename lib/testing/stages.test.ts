import ts from 'typescript';
import { describe, expect, it } from 'vitest';

/** What each stage takes and the stages whose rows it must refuse: the compiler is asked, with the engine's own settings. */
const SWAPPED: [string, string][] = [
  ['cleaning rows that were not mapped', 'cleanRows(raw, cleaning);'],
  ['checking rows that were not cleaned', 'checkRows(mapped, checking, carried);'],
  ['identifying rows that were not checked', 'identify(clean, index);'],
  ['planning rows that were not identified', 'planRows(checked, planning);'],
  ['cleaning rows twice', 'cleanRows(clean, cleaning);'],
  ['going back from checked to mapped', 'const back: MappedRow[] = checked; back;'],
];
const RIGHT =
  'cleanRows(mapped, cleaning); checkRows(clean, checking, carried); checked.map((row) => identify(row, index)); planRows(identified, planning);';

const PREAMBLE = `
import { checkRows, cleanRows, identify, planRows } from '@/lib/engine';
import type { Carried, CheckedRow, Checking, Cleaning, CleanRow, ContactIndex, IdentifiedRow, MappedRow, Planning, RawRow } from '@/lib/engine';
declare const raw: RawRow[], mapped: MappedRow[], clean: CleanRow[], checked: CheckedRow[], identified: IdentifiedRow[];
declare const cleaning: Cleaning, checking: Checking, carried: Carried, index: ContactIndex, planning: Planning;
`;

function complaints(snippets: string[]): string[][] {
  const { config } = ts.readConfigFile('lib/engine/tsconfig.json', ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent({ ...config, include: [] }, ts.sys, 'lib/engine');
  const names = snippets.map((_, at) => `${process.cwd()}/lib/engine/planted-${at}.ts`);
  const sources = new Map(names.map((name, at) => [name, PREAMBLE + snippets[at]]));
  const host = ts.createCompilerHost({ ...options, noEmit: true });
  const [readFile, fileExists, getSourceFile] = [host.readFile, host.fileExists, host.getSourceFile];
  host.readFile = (name) => sources.get(name) ?? readFile(name);
  host.fileExists = (name) => sources.has(name) || fileExists(name);
  host.getSourceFile = (name, target, ...rest) => {
    const text = sources.get(name);
    return text === undefined ? getSourceFile(name, target, ...rest) : ts.createSourceFile(name, text, target);
  };
  const program = ts.createProgram(names, { ...options, noEmit: true }, host);
  return names.map((name) =>
    program.getSemanticDiagnostics(program.getSourceFile(name)).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n')),
  );
}

describe('the stages of the engine', () => {
  const found = complaints([RIGHT, ...SWAPPED.map(([, code]) => code), 'process.exit();', 'document.title;']);

  it('can be called in their order', () => {
    expect(found[0]).toEqual([]);
  });

  it.each(SWAPPED.map(([name], at) => [name, at + 1] as const))('do not allow %s', (_, at) => {
    expect(found[at]?.join()).toMatch(/not assignable|missing/);
  });

  it.each([
    ['Node', SWAPPED.length + 1],
    ['the DOM', SWAPPED.length + 2],
  ] as const)('know nothing of %s', (_, at) => {
    expect(found[at]?.join()).toContain('Cannot find name');
  });
});
