import { strToU8, type Zippable, zipSync } from 'fflate';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const KIND = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

/** The parts of a workbook as they would be written by hand; `sheets`: the rows of each as XML. */
export interface BookParts {
  sheets: string[];
  /** Attributes of each sheet's entry in the list, such as `state="hidden"`. */
  listed?: string[];
  strings?: string;
  styles?: string;
  workbook?: string;
  /** More parts by their paths, or other bytes for those above; null leaves a part out. */
  others?: Record<string, string | Uint8Array | null>;
  /** 0: stored. */
  level?: 0 | 6;
}

const relations = (targets: readonly [kind: string, target: string][]) =>
  `<Relationships xmlns="${PACKAGE}/relationships">${targets
    .map(([kind, target], at) => `<Relationship Id="rId${at + 1}" Type="${KIND}/${kind}" Target="${target}"/>`)
    .join('')}</Relationships>`;

/** The bytes of a workbook made of such parts. */
export function bookBytes({ sheets, listed = [], strings, styles, workbook = '', others = {}, level = 6 }: BookParts): Uint8Array {
  const parts: Record<string, string | Uint8Array | null> = {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"/>`,
    '_rels/.rels': relations([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${KIND}">${workbook}<sheets>${sheets
      .map((_, at) => `<sheet name="S${at + 1}" sheetId="${at + 1}" ${listed[at] ?? ''} r:id="rId${at + 1}"/>`)
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations([
      ...sheets.map((_, at): [string, string] => ['worksheet', `worksheets/sheet${at + 1}.xml`]),
      ['sharedStrings', 'sharedStrings.xml'],
      ['styles', 'styles.xml'],
    ]),
    ...(strings === undefined ? {} : { 'xl/sharedStrings.xml': `<sst xmlns="${MAIN}">${strings}</sst>` }),
    ...(styles === undefined ? {} : { 'xl/styles.xml': `<styleSheet xmlns="${MAIN}">${styles}</styleSheet>` }),
    ...Object.fromEntries(
      sheets.map((rows, at) => [`xl/worksheets/sheet${at + 1}.xml`, `<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData></worksheet>`]),
    ),
    ...others,
  };
  const files: Zippable = {};
  for (const [path, content] of Object.entries(parts)) {
    if (content !== null) files[path] = [typeof content === 'string' ? strToU8(content) : content, { level }];
  }
  return zipSync(files);
}
