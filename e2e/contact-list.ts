/** A file as a journey brings it. */
export interface BroughtFile {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

let made = 0;

/** A word that no other file of any run has, so that a journey finds its own contacts and nobody else's. Letters only. */
export function uniqueWord(): string {
  made += 1;
  const digits = `${Date.now()}${String(made).padStart(2, '0')}`;
  return digits.replace(/\d/g, (digit) => 'abcdefghij'.charAt(Number(digit)));
}

export const HEADER = ['Civilité', 'Prénom', 'Nom', 'Date de naissance', 'Courriel', 'E-mail 2', 'Société', 'Rue', 'CP', 'Ville', 'Pays', 'Fidélité'];

/** A demo contact of the first institution in pre-production that is moved to another street once, so that the old one is known. */
export const MOVED = { email: 'adele.aubin.0@example.org', name: 'Adèle Aubin', street: '1 rue du Port' };

/** What becomes of the rows of `contactRows`. */
export const OUTCOME = { rows: 8, created: 4, updated: 1, unchanged: 1, merged: 1, held: 0, refused: 1, not_imported: 0 };

/** Eight rows of which every usual thing is to be said; the word stands in last names, streets and addresses. `moved` is a demo contact. */
export function contactRows(word: string, moved = 'farid.fontanel.5@example.org'): string[][] {
  const mail = (name: string) => `${name}.${word}@example.org`;
  return [
    [
      'Mme',
      'Zoé',
      `Lefèvre-${word}`,
      '07.03.1984',
      mail('zoe'),
      mail('zoe.home'),
      '',
      '3 place du Marché',
      '01000',
      'Bourg-en-Bresse',
      'FR',
      'platine',
    ],
    ['', '', '', '', moved, '', '', `14 quai ${word}`, '', '', '', ''],
    ['M.', 'Théo', `Garçon-${word}`, '31.02.1979', mail('theo'), mail('theo.home'), '', '8 rue Haute', '03100', 'Montluçon', 'FR', 'argent'],
    ['Mme', 'Inès', `Muñoz-${word}`, '24.11.1991', mail('ines'), 'ines.at.example.org', '', '5 rue Basse', '06400', 'Cannes', 'FR', ''],
    ['M.', 'Noël', `Bœuf-${word}`, '', mail('noel'), mail('noel.home'), `Atelier ${word}`, '22 chemin des Vignes', '73000', 'Chambéry', 'FR', ''],
    ['M.', 'Paul', `Smith-${word}`, '', mail('paul'), mail('paul.home'), '', '1 High Street', '', 'London', 'UK', ''],
    ['', '', '', '', mail('zoe'), '', '', '', '', '', '', 'platine'],
    ['', 'Chloé', 'Castel', '', 'chloe.castel.2@example.org', '', '', '', '', '', '', ''],
  ];
}

const quoted = (cell: string) => (/[;"\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** Rows as a French spreadsheet saves them: semicolons, Windows-1252, CRLF. */
export function frenchCsv(name: string, rows: readonly (readonly string[])[]): BroughtFile {
  const text = rows.map((cells) => `${cells.map(quoted).join(';')}\r\n`).join('');
  return { name, mimeType: 'text/csv', buffer: windows1252(text) };
}

/** Latin-1 and Windows-1252 agree on every letter but œ, which French needs. */
const windows1252 = (text: string) => Buffer.from(text.replaceAll('œ', '\x9c'), 'latin1');
