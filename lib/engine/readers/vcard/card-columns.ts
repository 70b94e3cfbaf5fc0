import type { Property } from './content-lines';

/** A value of a card under the heading of its column. */
export type CardValue = [heading: string, value: string];

/** Headings of the parts that some properties are made of, in their order. */
const PARTS: Readonly<Record<string, readonly string[]>> = {
  N: ['Last name', 'First name', 'Middle name', 'Name prefix', 'Name suffix'],
  ADR: ['PO box', 'Address line 2', 'Street', 'City', 'State', 'Postal code', 'Country'],
  ORG: ['Company', 'Department'],
};

const HEADINGS: Readonly<Record<string, string>> = {
  FN: 'Full name',
  NICKNAME: 'Nickname',
  BDAY: 'Birthday',
  EMAIL: 'Email',
  TITLE: 'Job title',
  ROLE: 'Job role',
  NOTE: 'Notes',
  URL: 'Website',
  CATEGORIES: 'Categories',
  GENDER: 'Gender',
  LANG: 'Language',
  UID: 'UID',
};

/** What no table of contacts has a use for: pictures, keys, and what programs note for themselves. */
const LEFT_OUT = /^(?:BEGIN|END|VERSION|PRODID|REV|PHOTO|LOGO|SOUND|KEY|AGENT|CLIENTPIDMAP|XML|SORT-STRING|GEO|TZ|MAILER|LABEL|SOURCE|X-ABLABEL)$/;

/** The columns of one property. Empty for what is left out. */
export function cardValues({ name, types, value }: Property): CardValue[] {
  if (LEFT_OUT.test(name)) return [];
  const headings = PARTS[name];
  if (headings)
    return splitText(value, ';').flatMap((text, at): CardValue[] => (text === '' ? [] : [[headings[at] ?? headings.at(-1) ?? name, text]]));
  const text = splitText(value, ',').join(name === 'CATEGORIES' ? '|' : ',');
  if (text === '') return [];
  if (name === 'TEL') return [[phoneHeading(types), text.replace(/^tel:/i, '')]];
  if (name === 'BDAY') return [['Birthday', birthday(text)]];
  if (name === 'GENDER') return [['Gender', text.split(';')[0] ?? '']];
  if (name === 'EMAIL') return [['Email', text.replace(/^mailto:/i, '')]];
  return [[HEADINGS[name] ?? name, text]];
}

function phoneHeading(types: readonly string[]): string {
  if (types.includes('FAX')) return 'Fax';
  if (types.includes('CELL') || types.includes('IPHONE')) return 'Mobile phone';
  if (types.includes('PAGER')) return 'Pager';
  if (types.includes('WORK')) return 'Work phone';
  return types.includes('HOME') ? 'Home phone' : 'Phone';
}

/** 19800131 and 1980-01-31T… as 1980-01-31; a day without a year as it stands. */
const birthday = (text: string) => text.replace(/^(\d{4})-?(\d{2})-?(\d{2})(?:T.*)?$/, '$1-$2-$3');

/** Splits an escaped text at a character and resolves what is escaped. */
function splitText(value: string, at: string): string[] {
  const parts: string[] = [];
  let part = '';
  for (const [piece] of value.matchAll(/\\.|[^\\]|\\$/gs)) {
    if (piece !== at) part += piece.length === 1 ? piece : /[nN]/.test(piece) ? '\n' : piece.slice(1);
    else {
      parts.push(part.trim());
      part = '';
    }
  }
  return [...parts, part.trim()];
}
