import { type FieldCode, isFieldCode } from '@/lib/engine/fields';
import type { InputCode } from '@/lib/engine/mapping/input';
import type { ColumnProfile, Suggestion } from '@/lib/engine/types';
import { columnsMade, columnsRead, sourceOf, usualFields } from './columns';
import { FIRST_MADE_COLUMN } from './edited-row';
import type { Edit, Edits } from './index';
import { readAddress } from './parts/address';

/** Columns with the edits that make fields of what no field takes as it stands. */
export interface Proposal {
  suggestions: Suggestion[];
  edits: Edits;
}

/** How sure a composed column is: a person looks at it before it counts. */
const CONFIDENCE = 0.7;

/** Share of the samples that must be whole addresses, and of the e-mails that must name their owners. */
const SHARE = 0.6;

/** Streets whose house number is written before them. */
const NUMBER_FIRST =
  /^(?:rue|avenue|av|boulevard|bd|place|chemin|quai|impasse|allée|route|cours|square|passage)\b|\b(?:street|st|road|rd|avenue|ave|lane|drive|close)\.?$/i;

/**
 * Takes apart or joins the columns that are understood and yet no field's: whole names, whole addresses, streets and their house numbers, days,
 * months and years of birth, e-mails that name their owner, cells with several telephone numbers. What has a column of its own is never
 * filled from another one: a second address or person stays out.
 */
export function proposeEdits(columns: readonly ColumnProfile[], suggested: readonly Suggestion[]): Proposal {
  const made = new Composer(columns, suggested);
  made.joinHouse();
  made.joinParticle();
  made.joinBirth();
  made.splitNames();
  made.splitAddresses();
  made.splitPhones();
  return made.result();
}

class Composer {
  private readonly suggestions: Map<number, Suggestion>;
  private readonly list: Edit[] = [];
  private next = FIRST_MADE_COLUMN;

  constructor(
    private readonly columns: readonly ColumnProfile[],
    suggested: readonly Suggestion[],
  ) {
    this.suggestions = new Map(suggested.map((column) => [column.index, column]));
  }

  private holder(code: InputCode): Suggestion | undefined {
    return [...this.suggestions.values()].find(({ field, input }) => field === code || (field === null && input === code));
  }

  private isFree(...fields: FieldCode[]): boolean {
    const all = [...this.suggestions.values()];
    return fields.every((code) => !all.some(({ field }) => field === code));
  }

  private profileOf = (index: number): ColumnProfile | undefined => this.columns.find((column) => column.index === index);

  /** Adds an edit whose columns go to these fields, those apart that another column has, and takes the columns it reads out of the mapping. */
  private add(edit: Edit, fields: readonly (FieldCode | null)[]): void {
    for (const index of columnsRead(edit)) {
      const read = this.suggestions.get(index);
      if (read) this.suggestions.set(index, { ...read, field: null, confidence: CONFIDENCE, reason: 'composed' });
    }
    const header = this.suggestions.get(columnsRead(edit)[0] ?? -1)?.header ?? '';
    columnsMade(edit).forEach((index, at) => {
      const wanted = fields[at] ?? null;
      const field = wanted && this.isFree(wanted) ? wanted : null;
      this.suggestions.set(index, { index, header, field, confidence: CONFIDENCE, reason: 'composed' });
    });
    this.list.push(edit);
  }

  private take(count: number): number[] {
    return Array.from({ length: count }, () => this.next++);
  }

  joinHouse(): void {
    const [street, house] = [this.holder('LINE1'), this.holder('HOUSE_NUMBER')];
    if (!street?.field || !house) return;
    const samples = this.profileOf(street.index)?.samples ?? [];
    const before = samples.filter((sample) => NUMBER_FIRST.test(sample.trim())).length * 2 > samples.length;
    const columns = before ? [house.index, street.index] : [street.index, house.index];
    this.add({ op: 'join', columns, with: ' ', into: this.next++ }, ['LINE1']);
  }

  joinParticle(): void {
    const [particle, last] = [this.holder('NAME_PARTICLE'), this.holder('LASTNAME')];
    if (particle && last?.field) this.add({ op: 'join', columns: [particle.index, last.index], with: ' ', into: this.next++ }, ['LASTNAME']);
  }

  joinBirth(): void {
    const parts = (['BIRTH_DAY', 'BIRTH_MONTH', 'BIRTH_YEAR'] as const).map((code) => this.holder(code)?.index);
    const columns = parts.filter((index) => index !== undefined);
    if (columns.length === parts.length && this.isFree('BIRTHDATE')) this.add({ op: 'join', columns, with: '.', into: this.next++ }, ['BIRTHDATE']);
  }

  splitNames(): void {
    if (!this.isFree('FIRSTNAME', 'LASTNAME')) return;
    const name = this.holder('FULL_NAME')?.index ?? this.ownerColumn();
    if (name === undefined) return;
    const [last = 0, first = 0, title = 0] = this.take(3);
    this.add({ op: 'split-name', column: name, into: [last, first, title] }, usualFields('split-name'));
  }

  /** The names of the owners of e-mails, where most of these have one and nothing else names anybody. */
  private ownerColumn(): number | undefined {
    const email = this.holder('EMAIL1');
    const signs = email && this.profileOf(email.index)?.signs;
    if (!email?.field || !signs || signs.owners < signs.looked * SHARE || !this.isFree('OFFICIAL_NAME')) return undefined;
    const [address = 0, name = 0] = this.take(2);
    this.add({ op: 'split-email', column: email.index, into: [address, name] }, usualFields('split-email'));
    return name;
  }

  splitAddresses(): void {
    if (!this.isFree('ZIPCODE', 'TOWN')) return;
    const line = this.holder('LINE1');
    const column = this.isFree('LINE1') ? this.holder('FULL_ADDRESS') : line?.field && this.isWhole(line.index) ? line : undefined;
    if (!column || !this.isFree('LINE2', 'LINE3')) return;
    const [one = 0, two = 0, three = 0, zip = 0, town = 0, country = 0] = this.take(6);
    this.add({ op: 'split-address', column: column.index, into: [one, two, three, zip, town, country] }, usualFields('split-address'));
  }

  private isWhole(index: number): boolean {
    const samples = this.profileOf(index)?.samples ?? [];
    return samples.length > 0 && samples.filter((sample) => readAddress(sample)).length >= samples.length * SHARE;
  }

  /** Only where another tool wrote the file: one in the format means what it says. */
  splitPhones(): void {
    for (const code of ['TELEPHONE', 'CELLPHONE', 'FAX'] as const) {
      const phone = this.holder(code);
      if (!phone?.field || phone.reason === 'field-code' || phone.reason === 'older-code') continue;
      if (!this.profileOf(phone.index)?.signs?.phones) continue;
      const into = this.take(code === 'TELEPHONE' && this.isFree('CELLPHONE') ? 2 : 1);
      this.add({ op: 'split-phones', column: phone.index, into }, [code, 'CELLPHONE']);
    }
  }

  result(): Proposal {
    return { suggestions: [...this.suggestions.values()], edits: { version: 1, list: this.list } };
  }
}

/** The suggestions with those for columns that remembered edits make, under the header of what they are made of. */
export const withMade = (suggested: readonly Suggestion[], edits: Edits, mapping: Readonly<Record<number, string | null>>): Suggestion[] => [
  ...suggested,
  ...edits.list.flatMap(columnsMade).map((index): Suggestion => {
    const field = mapping[index] ?? null;
    const header = suggested.find((column) => column.index === sourceOf(index, edits))?.header ?? '';
    return { index, header, field: field && isFieldCode(field) ? field : null, confidence: 1, reason: 'remembered' };
  }),
];
