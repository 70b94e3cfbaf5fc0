import { closeSync, openSync, writeSync } from 'node:fs';

/** Columns of the file. */
export const COLUMN_COUNT = 15;

const COLUMNS = 'TITLE;LASTNAME;FIRSTNAME;BIRTHDATE;PREF_LANG;LINE1;ZIPCODE;TOWN;COUNTRY;TELEPHONE;CELLPHONE;EMAIL1;CNIL_O;SMS_MMS;REMARK';
/** Place of the street. */
const LINE1 = 5;

const LAST = [
  'Aubert',
  'Bérard',
  'Chevallier',
  'Delaunay',
  'Étienne',
  'Fabre',
  'Guérin',
  'Hamon',
  'Joly',
  'Klein',
  'Lefèvre',
  'Müller',
  'Núñez',
  'Ozanne',
];
const FIRST = ['Agathe', 'Benoît', 'Chloé', 'Désiré', 'Élodie', 'Félix', 'Gaëlle', 'Hugo', 'Inès', 'Jérôme', 'Karim', 'Loïc', 'Maëva', 'Noé'];
const TOWNS = ['Amiens', 'Besançon', 'Chambéry', 'Dijon', 'Épinal', 'Fréjus', 'Gap', 'Honfleur', 'Issoire', 'Jœuf', 'Lille', 'Mâcon', 'Nîmes'];
const STREETS = ['rue des Lilas', 'avenue du Théâtre', 'place de la Gare', 'chemin Vert', 'quai Sud', 'impasse du Puits'];
const LINES_PER_WRITE = 5_000;

/** Mulberry32: the same seed gives the same file on every machine. */
function seeded(seed: number) {
  let state = seed;
  return (below: number): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const digits = (value: number, length: number) => String(value).padStart(length, '0');

function cells(row: number, pick: (below: number) => number): string[] {
  const of = (words: readonly string[]) => words[pick(words.length)] ?? '';
  const pairs = () => Array.from({ length: 4 }, () => digits(pick(100), 2)).join(' ');
  // One in a hundred is a person whom an earlier row has already, one in a hundred gives no e-mail.
  const person = pick(100) === 0 ? pick(row + 1) : row;
  return [
    of(['MR', 'MRS', 'Mme', '']),
    of(LAST),
    of(FIRST),
    `${digits(1 + pick(28), 2)}.${digits(1 + pick(12), 2)}.${1930 + pick(80)}`,
    of(['fr', 'de', 'en', '']),
    `${1 + pick(200)} ${of(STREETS)}`,
    digits(pick(96_000), 5),
    of(TOWNS),
    of(['FR', 'FR', 'FR', 'CH', '']),
    pick(2) ? `0${1 + pick(5)} ${pairs()}` : '',
    pick(2) ? `06 ${pairs()}` : '',
    pick(100) === 0 ? '' : `person${person}@example.org`,
    of(['TRUE', 'FALSE', '']),
    of(['TRUE', 'FALSE', '']),
    pick(10) === 0 ? 'Prefers "stalls"; calls first' : '',
  ];
}

/** With `every` above 0 every so many rows have another street, as if these people had moved. */
const moved = (cell: string, row: number, every: number): string =>
  every > 0 && row % every === 0 ? cell.replace(/^\d+/, (number) => String(Number(number) + 300)) : cell;

const line = (row: readonly string[]) => row.map((cell) => (/[";]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(';');

/**
 * The header and `rows` invented contacts without numbers: 15 columns, always the same for the same number of rows. With `changedEvery`
 * every so many have moved to another street.
 */
export function* contactRows(rows: number, changedEvery = 0): Generator<string[]> {
  const pick = seeded(20_261_122);
  yield COLUMNS.split(';');
  for (let row = 0; row < rows; row++) yield cells(row, pick).map((cell, column) => (column === LINE1 ? moved(cell, row, changedEvery) : cell));
}

/** Writes a text file of invented contacts (see contactRows), in UTF-8. */
export function writeContactFile(path: string, rows: number, changedEvery = 0): void {
  const file = openSync(path, 'w');
  let lines: string[] = [];
  for (const row of contactRows(rows, changedEvery)) {
    if (lines.push(line(row)) < LINES_PER_WRITE) continue;
    writeSync(file, `${lines.join('\n')}\n`);
    lines = [];
  }
  if (lines.length > 0) writeSync(file, `${lines.join('\n')}\n`);
  closeSync(file);
}
