import { cleanCountry } from '@/lib/engine/fields/values/country';

/** A whole address in its parts; a part that it does not have is empty. */
export interface AddressParts {
  lines: string[];
  zip: string;
  town: string;
  country: string;
}

/** Lines that an address of the format has, and characters of each. */
const LINES = 3;
const LENGTH = 100;

/** Where a whole address is broken: at its lines, else at its commas. */
const segmentsOf = (text: string): string[] => {
  const lines = text.split(/\n|\s[|•·]\s/).map((line) => line.trim().replace(/[,;]$/, '').trim());
  const filled = lines.filter((line) => line !== '');
  return filled.length > 1
    ? filled
    : (filled[0] ?? '')
        .split(/[,;]/)
        .map((part) => part.trim())
        .filter((part) => part !== '');
};

/** What a part begins or ends with that is a post code beside the name of its town. Without digits of another kind: a town has none. */
const TOWN = String.raw`\p{L}[\p{L}\p{M}.'’ /()-]*`;
const ZIP_TOWN = new RegExp(String.raw`^(?:[A-Z]{1,3}[ -])?(\d{3} \d{2}|\d{2}-\d{3}|\d{4}-\d{3}|\d{4} ?[A-Z]{2}|\d{4,6})\s+(${TOWN})$`, 'u');
const TOWN_ZIP = new RegExp(String.raw`^(${TOWN}?)\s+([A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|[A-Z]\d[A-Z] ?\d[A-Z]\d|\d{5}(?:-\d{4})?|\d{6})$`, 'u');
const ZIP_ALONE = /^(?:[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|\d{5}(?:-\d{4})?)$/;
const STATE_ZIP = /^([A-Z]{2}) (\d{5}(?:-\d{4})?|[A-Z]\d[A-Z] ?\d[A-Z]\d)$/;
const HOUSE = /\d/;

const countryOf = (part: string | undefined): string => (part !== undefined && part.length > 3 && typeof cleanCountry(part) === 'string' ? part : '');

/**
 * The parts of a whole address: `12 rue des Lilas, 75011 Paris, France`, `Bahnhofstrasse 1 / 8001 Zürich` in lines, `10 Downing Street, London
 * SW1A 2AA`, `1 Main St, Springfield, IL 62701`. Null where no part is plainly the post code with its town, or what is left fits no three lines.
 */
export function readAddress(text: string): AddressParts | null {
  const segments = segmentsOf(text);
  const country = segments.length > 2 ? countryOf(segments.at(-1)) : '';
  const parts = country ? segments.slice(0, -1) : segments;
  const last = parts.at(-1) ?? '';
  const place = ZIP_TOWN.exec(last);
  if (place) return made(parts.slice(0, -1), place[1], place[2], country);
  const states = STATE_ZIP.exec(last);
  if (states && parts.length > 2) return made(parts.slice(0, -2), states[2], `${parts.at(-2)} ${states[1]}`, country);
  const turned = TOWN_ZIP.exec(last);
  if (turned) return made(parts.slice(0, -1), turned[2], turned[1], country);
  const town = parts.at(-2) ?? '';
  return ZIP_ALONE.test(last) && parts.length > 2 && !HOUSE.test(town) ? made(parts.slice(0, -2), last, town, country) : null;
}

function made(lines: string[], zip = '', town = '', country = ''): AddressParts | null {
  const [first] = lines;
  if (first === undefined || lines.length > LINES || lines.some((line) => line.length > LENGTH)) return null;
  return { lines: joinedHouse(lines), zip, town: town.trim(), country };
}

/** `12, rue des Lilas` is one line: a number alone before a street is its house. */
const joinedHouse = ([first = '', second, ...rest]: string[]): string[] =>
  second !== undefined && /^\d{1,4}(?: ?(?:bis|ter|[A-Za-z]))?$/.test(first)
    ? [`${first}, ${second}`, ...rest]
    : [first, ...(second === undefined ? [] : [second]), ...rest];

/** A whole address on the first line, and on the next ones what a line has no room for; what no line has room for makes the last one too long, which is told. */
export function wrapLines(text: string): string[] {
  const words = text
    .replace(/\s*\n\s*/g, ', ')
    .replace(/\s+/g, ' ')
    .trim()
    .split(' ');
  const lines: string[] = [];
  for (const word of words) {
    const line = lines.at(-1);
    if (line !== undefined && (line.length + word.length < LENGTH || lines.length === LINES)) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines;
}
