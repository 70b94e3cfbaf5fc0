import { writeFileSync } from 'node:fs';
import { extname } from 'node:path';
import { parseArgs } from 'node:util';
import { onDatabase } from '@/cli/on-database';
import { LAYOUTS, type Lists, layoutOf } from '@/lib/engine';
import { isLanguage, LANGUAGES } from '@/lib/i18n';
import { commandLineActor } from '@/lib/server/command-line/command-line-actor';
import { isFileFormat } from '@/lib/server/formats/file-format';
import { writeTemplate } from '@/lib/server/formats/write-template';
import { getLists } from '@/lib/server/institutions/get-lists';

const USAGE = `Usage: foyer template --layout ${LAYOUTS.map(({ code }) => code).join('|')} [--lang ${LANGUAGES.join('|')}]
                      [--institution CODE] --out FILE.xlsx|FILE.csv

With --institution the values of its lists are offered.
`;

/** `foyer template`: writes an empty template, with the lists of an institution where one is named; what FILE ends with decides the format. An existing file is replaced. */
export async function template(args: string[]): Promise<number> {
  const wanted = wantedOf(args);
  if (!wanted) {
    process.stderr.write(USAGE);
    return 2;
  }
  const { institution } = wanted;
  if (institution === undefined) return write(wanted, {});
  let status = 0;
  const failed = await onDatabase('template', wanted.out, async () => {
    status = write(wanted, await getLists(await commandLineActor(institution)));
  });
  return failed || status;
}

function write({ out, layout, language, format }: Wanted, lists: Lists): number {
  try {
    writeFileSync(out, writeTemplate({ layout, language, format, lists }));
  } catch (error) {
    process.stderr.write(`foyer template: ${out} cannot be written (${(error as NodeJS.ErrnoException).code}).\n`);
    return 1;
  }
  return 0;
}

type Wanted = NonNullable<ReturnType<typeof wantedOf>>;

/** Null when the arguments make no sense. */
function wantedOf(args: string[]) {
  const { layout: code = '', lang: language = 'en', out = '', institution } = valuesOf(args) ?? {};
  const layout = layoutOf(code);
  const format = extname(out).slice(1).toLowerCase();
  return layout && isLanguage(language) && isFileFormat(format) ? { layout, language, format, out, institution } : null;
}

const OPTIONS = { layout: { type: 'string' }, lang: { type: 'string' }, institution: { type: 'string' }, out: { type: 'string' } } as const;

function valuesOf(args: string[]) {
  try {
    return parseArgs({ args, options: OPTIONS }).values;
  } catch {
    return null;
  }
}
