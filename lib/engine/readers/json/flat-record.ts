/** Nesting that is followed. */
const DEEPEST = 8;

/** Whole numbers longer than this are not exact once they are numbers. */
const LONG_NUMBER = /"(?:[^"\\]|\\.)*"|-?\d{16,}(?![\d.eE])/g;

/** A value of JSON with its long numbers as texts, which would lose their last digits otherwise; undefined when it is none. */
export function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(LONG_NUMBER, (found) => (found.startsWith('"') ? found : `"${found}"`)));
  } catch {
    return undefined;
  }
}

/** A record as texts by column: what is nested goes under the names of both, several values of one column are joined by a bar. */
export function flatRecord(record: unknown): Map<string, string> {
  const cells = new Map<string, string>();
  if (Array.isArray(record)) for (const [at, value] of record.entries()) put(cells, String(at + 1), value, 0);
  else put(cells, '', record, 0);
  return cells;
}

function put(cells: Map<string, string>, name: string, value: unknown, depth: number): void {
  if (value === null || value === undefined) {
    if (name !== '' && !cells.has(name)) cells.set(name, '');
    return;
  }
  if (typeof value !== 'object') return void cells.set(name === '' ? '1' : name, scalar(value));
  if (depth >= DEEPEST) return void cells.set(name, JSON.stringify(value));
  if (!Array.isArray(value)) {
    for (const [key, inner] of Object.entries(value)) put(cells, name === '' ? key : `${name} ${key}`, inner, depth + 1);
  } else if (value.every((item) => item === null || typeof item !== 'object')) {
    cells.set(name, value.map((item) => (item === null ? '' : scalar(item))).join('|'));
  } else for (const [at, item] of value.entries()) put(cells, `${name} ${at + 1}`, item, depth + 1);
}

const scalar = (value: unknown) => (typeof value === 'boolean' ? (value ? 'TRUE' : 'FALSE') : String(value));
