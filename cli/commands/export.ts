import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { extname } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { onDatabase } from '@/cli/on-database';
import { EXPORT_LAYOUTS, type ExportLayout } from '@/lib/engine';
import { commandLineActor } from '@/lib/server/command-line/command-line-actor';
import { EXPORT_GROUPS, exportContacts } from '@/lib/server/contacts/export-contacts';
import { type FileFormat, isFileFormat } from '@/lib/server/formats/file-format';
import { writeTable } from '@/lib/server/formats/write-table';

const USAGE = `Usage: foyer export --out FILE.xlsx|FILE.csv [--institution CODE] [--environment pp|p] [--layout ${EXPORT_LAYOUTS.join('|')}]
                    [--groups ${EXPORT_GROUPS.join(',')}] [--search TEXT]

Writes contacts to FILE, to be edited and imported again. The institution may be left out when there is only one; without
--environment it is pre-production. An existing file is replaced when all is written.
`;

/** `foyer export`: contacts as a file that can come back. */
export async function exportCommand(args: string[]): Promise<number> {
  const wanted = wantedOf(args);
  if (!wanted) {
    process.stderr.write(USAGE);
    return 2;
  }
  const { out, institution, format, ...request } = wanted;
  // A half-written file must not be taken for a whole one.
  const partial = `${out}.part`;
  try {
    return await onDatabase('export', out, async () => {
      const table = await exportContacts(await commandLineActor(institution), request);
      await pipeline(writeTable(table, format), createWriteStream(partial));
      await rename(partial, out);
    });
  } finally {
    await rm(partial, { force: true });
  }
}

const OPTIONS = {
  out: { type: 'string', default: '' },
  institution: { type: 'string' },
  environment: { type: 'string', default: 'pp' },
  layout: { type: 'string', default: 'roundtrip' },
  groups: { type: 'string', default: EXPORT_GROUPS.join(',') },
  search: { type: 'string' },
} as const;

const ENVIRONMENTS = new Map([
  ['pp', 'PP'],
  ['p', 'P'],
] as const);

const isLayout = (text: string): text is ExportLayout => (EXPORT_LAYOUTS as readonly string[]).includes(text);
const isGroup = (text: string): text is (typeof EXPORT_GROUPS)[number] => (EXPORT_GROUPS as readonly string[]).includes(text);

/** Null when the arguments make no sense. */
function wantedOf(args: string[]) {
  try {
    const { out, institution, search, layout, ...values } = parseArgs({ args, options: OPTIONS }).values;
    const environment = ENVIRONMENTS.get(values.environment.toLowerCase() as 'p');
    const format: FileFormat | string = extname(out).slice(1).toLowerCase();
    const groups = values.groups.split(',');
    if (!environment || !isLayout(layout) || !isFileFormat(format) || !groups.every(isGroup)) return null;
    return { out, institution, search, layout, environment, format, groups };
  } catch {
    return null;
  }
}
