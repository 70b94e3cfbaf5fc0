import type { AddressPlace, Claim } from './claim';
import type { Person } from './lexicon/meaning';

/** A column with what its header claims. */
export interface Claimed {
  index: number;
  claim: Claim;
  /** The values have several words each. */
  severalWords: boolean;
}

type Input = Claim['input'];

const NAMES = new Set<Input>(['FIRSTNAME', 'LASTNAME', 'FULL_NAME', 'NAME', 'NOM', 'NOME']);
const LINES = new Set<Input>(['LINE', 'LINE1', 'FULL_ADDRESS']);
const ADDRESS = new Set<Input>([...LINES, 'ADDITION', 'HOUSE_NUMBER', 'PO_BOX', 'ZIPCODE', 'TOWN', 'TOWN_COMPLEMENT', 'DEPARTMENT', 'COUNTRY']);
const MEANS = new Set<Input>(['EMAIL1', 'TELEPHONE', 'CELLPHONE', 'FAX']);

/** Which address is taken where a file has several; a further one would be another row of the format. */
const PLACES: readonly AddressPlace[] = ['plain', 'home', 'billing', 'work', 'shipping'];

/**
 * The columns of the one person a row is about: whoever has no role in the header, else the one who comes, else the one who pays.
 */
export function ofMainPerson(columns: readonly Claimed[]): Claimed[] {
  const roles: (Person | null)[] = [null, 'attendee', 'payer'];
  const present = (role: Person | null, inputs?: ReadonlySet<Input>) =>
    columns.some(({ claim }) => claim.person === role && (!inputs || inputs.has(claim.input)));
  const [named] = roles.filter((role) => present(role, NAMES));
  const main = named !== undefined ? named : present('attendee') ? 'attendee' : 'payer';
  return columns.filter(({ claim }) => claim.person === null || claim.person === main);
}

/** The columns of the one address a row has, with the names and the company that belong to it; means of communication stay. */
export function ofMainAddress(columns: readonly Claimed[]): Claimed[] {
  const has = (place: AddressPlace, inputs: ReadonlySet<Input>) => columns.some(({ claim }) => claim.place === place && inputs.has(claim.input));
  const main =
    PLACES.find((place) => has(place, LINES)) ??
    PLACES.find((place) => has(place, new Set(['ZIPCODE', 'TOWN']))) ??
    PLACES.find((place) => has(place, ADDRESS));
  return columns.filter(({ claim: { input, place } }) => {
    if (place === main) return true;
    if (place === 'plain') return main === undefined || !ADDRESS.has(input) || !has(main, new Set([input]));
    if (ADDRESS.has(input)) return false;
    if (MEANS.has(input)) return place !== 'shipping';
    // A billing name beside no other is the contact's.
    return place === 'home' || place === 'work' || (place === 'billing' && !has('plain', NAMES));
  });
}

/** What a column headed only "Name" holds, by the names beside it. */
export function resolveName(column: Claimed, columns: readonly Claimed[]): Input {
  const { input } = column.claim;
  const has = (name: Input) => columns.some(({ claim }) => claim.input === name);
  if (input === 'NAME') return has('FIRSTNAME') && !has('LASTNAME') ? 'LASTNAME' : has('LASTNAME') && !has('FIRSTNAME') ? 'FIRSTNAME' : 'FULL_NAME';
  if (input === 'NOM') return has('LASTNAME') || (column.severalWords && !has('FIRSTNAME')) ? 'FULL_NAME' : 'LASTNAME';
  if (input === 'NOME') return has('FIRSTNAME') || (column.severalWords && !has('LASTNAME')) ? 'FULL_NAME' : 'FIRSTNAME';
  return input;
}

/** The first title behind the names and beside a company is that of a job. */
export function isJobTitle({ index, claim }: Claimed, columns: readonly Claimed[]): boolean {
  const before = (input: Input) => columns.some((other) => other.claim.input === input && other.index < index);
  const has = (input: Input) => columns.some((other) => other.claim.input === input);
  return claim.input === 'TITLE' && before('FIRSTNAME') && before('LASTNAME') && has('OFFICIAL_NAME') && !has('FUNCTION') && !before('TITLE');
}
