import { CFB, utils, write } from '@e965/xlsx';
import type { BroughtFile } from './contact-list';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const CODES = [
  'OPERATION',
  'CONTACT_NR',
  'FIRSTNAME',
  'LASTNAME',
  'BIRTHDATE',
  'EMAIL1',
  'LINE1',
  'ZIPCODE',
  'TOWN',
  'COUNTRY',
  'TELEPHONE',
  'CNIL_O',
  'CONSENT_SOURCE',
];

/** A book as the extended template has it: a sheet of explanations, and a sheet whose fourth row holds the codes of the fields. */
export function templateBook(name: string, word: string, numbers: readonly [string, string]): BroughtFile {
  const mail = (first: string) => `${first}.${word}@example.org`;
  const rows = [
    ['General', 'Contact', 'Individual', '', '', 'Means', 'Address', '', '', '', 'Means', 'Authorizations', ''],
    [
      'What to do',
      'Number',
      'First name',
      'Last name',
      'Born',
      'E-mail',
      'Street',
      'Postcode',
      'Town',
      'Country',
      'Telephone',
      'E-mail allowed',
      'Source',
    ],
    ['Choice', 'Digits', 'Text', 'Text', 'Date', 'E-mail', 'Text', 'Text', 'Text', 'Code', 'Phone', 'TRUE or FALSE', 'Text'],
    CODES,
    [
      'INSERT',
      numbers[0],
      'Łucja',
      `Nowak-${word}`,
      new Date(Date.UTC(1988, 1, 29)),
      mail('lucja'),
      '2 rue du Port',
      '06000',
      'Nice',
      'FR',
      '0041 21 613 21 11',
      'TRUE',
      'Form at the desk',
    ],
    [
      'INSERT',
      numbers[1],
      'Søren',
      `Ångström-${word}`,
      '5.6.1970',
      mail('soren'),
      '9 rue Haute',
      '01000',
      'Bourg',
      'FR',
      '01 SVP 77 77',
      'FALSE',
      '',
    ],
    ['', '', 'Ève', `Dupré-${word}`, '', mail('eve'), '4 rue Basse', '69003', 'Lyon', 'FR', '', '', ''],
  ];
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet([['How to fill in this book'], ['One contact a row, nothing is mandatory.']]), 'Read me');
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows, { UTC: true, dateNF: 'dd/mm/yyyy' }), 'Contacts');
  return { name, mimeType: XLSX, buffer: write(book, { type: 'buffer', bookType: 'xlsx' }) };
}

/** What Excel writes for a book with a password: an envelope whose contents are encrypted. */
export function encryptedBook(name: string): BroughtFile {
  const envelope = CFB.utils.cfb_new();
  CFB.utils.cfb_add(envelope, '/EncryptionInfo', Buffer.alloc(256, 4));
  CFB.utils.cfb_add(envelope, '/EncryptedPackage', Buffer.alloc(8192, 7));
  return { name, mimeType: XLSX, buffer: Buffer.from(CFB.write(envelope, { type: 'buffer' }) as Uint8Array) };
}

/** A book in which the town of three people stands once, in a cell merged over their rows. */
export function mergedBook(name: string, word: string): BroughtFile {
  const people = ['Anna', 'Bruno', 'Chiara'].map((first, at) => [
    first,
    `Weber-${word}`,
    `${first}.${word}@example.org`,
    at === 0 ? 'Winterthur' : '',
  ]);
  const sheet = utils.aoa_to_sheet([['First name', 'Last name', 'E-mail', 'Town'], ...people]);
  sheet['!merges'] = [utils.decode_range('D2:D4')];
  return { name, mimeType: XLSX, buffer: Buffer.from(write(utils.book_new(sheet, 'People'), { type: 'array', bookType: 'xlsx' }) as ArrayBuffer) };
}
