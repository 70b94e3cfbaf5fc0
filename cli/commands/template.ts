import { writeFileSync } from 'node:fs';
import { extname } from 'node:path';
import { parseArgs } from 'node:util';
import { LAYOUTS, layoutOf } from '@/lib/engine';
import { isLanguage, LANGUAGES } from '@/lib/i18n';
import { isTemplateFormat, writeTemplate } from '@/lib/server/formats/write-template';

const USAGE = `Usage: foyer template --layout ${LAYOUTS.map(({ code }) => code).join('|')} [--lang ${LANGUAGES.join('|')}] --out FILE.xlsx|FILE.csv\n`;

/** `foyer template`: writes an empty template; what FILE ends with decides the format. An existing file is replaced. */
export async function template(args: string[]): Promise<number> {
  const wanted = wantedOf(args);
  if (!wanted) {
    process.stderr.write(USAGE);
    return 2;
  }
  const { out, ...content } = wanted;
  try {
    writeFileSync(out, writeTemplate(content));
  } catch (error) {
    process.stderr.write(`foyer template: ${out} cannot be written (${(error as NodeJS.ErrnoException).code}).\n`);
    return 1;
  }
  return 0;
}

/** Null when the arguments make no sense. */
function wantedOf(args: string[]) {
  const { layout: code = '', lang: language = 'en', out = '' } = valuesOf(args) ?? {};
  const layout = layoutOf(code);
  const format = extname(out).slice(1).toLowerCase();
  return layout && isLanguage(language) && isTemplateFormat(format) ? { layout, language, format, out } : null;
}

function valuesOf(args: string[]) {
  try {
    return parseArgs({ args, options: { layout: { type: 'string' }, lang: { type: 'string' }, out: { type: 'string' } } }).values;
  } catch {
    return null;
  }
}
