import type { TypedRow } from '@/lib/engine/small-file.fixture';
import { bell, type FormatRule, file, pair, person, refused, unchanged, updated } from './rule.fixture';

const CODES = ['EMAIL1', 'EMAIL2', 'EMAIL3'] as const;

/** A plausible host of exactly this many characters behind `a@`. */
const long = (characters: number) => `a@${'x'.repeat(60)}.${'x'.repeat(60)}.${'x'.repeat(60)}.${'x'.repeat(characters - 189)}.org`;

const EACH: readonly FormatRule[] = CODES.flatMap((code) => [
  person(`${code}: is kept in lower case`, { [code]: 'Anna.Bell@X.org' } as TypedRow, { [code]: 'anna.bell@x.org' }),
  person(`${code}: takes 250 characters`, { [code]: long(250) } as TypedRow, { [code]: long(250) }),
  person(
    `${code}: what is none is left out and the row goes on`,
    { [code]: 'anna@' } as TypedRow,
    { LASTNAME: 'Bell', [code]: undefined },
    'bad-email',
  ),
  unchanged(`${code}: what is none leaves the one there is`, { [code]: 'anna@x.org' }, { [code]: 'none' } as TypedRow, 'bad-email'),
  updated(`${code}: = clears it`, { [code]: 'anna@x.org' }, { [code]: '=' } as TypedRow, { [code]: null }),
  pair(`${code}: is that of a structure and of its relay`, { [code]: 'a@x.org' } as TypedRow, {
    structure: { [code]: 'a@x.org' },
    relay: { [code]: 'a@x.org' },
  }),
]);

/** The e-mails; telephones have a table of their own. */
export const MEANS_RULES: readonly FormatRule[] = [
  ...EACH,
  person('EMAIL1: more than 250 characters are none', { EMAIL1: long(251) }, { EMAIL1: undefined }, 'bad-email'),
  person('EMAIL1: is enough for a person', { LASTNAME: '', EMAIL1: 'a@x.org' }, { EMAIL1: 'a@x.org' }),
  refused('EMAIL1: a bad one is not enough for a person', { LASTNAME: '', EMAIL1: 'a@x' }, 'bad-email', 'nothing-to-create'),
  file(
    'EMAIL1: many contacts may have it; that only one signs in is told',
    [bell({ EMAIL1: 'a@x.org' })],
    { OPERATION: 'INSERT', LASTNAME: 'Cole', EMAIL1: 'a@x.org' },
    {
      bucket: 'created',
      writes: { individual: { EMAIL1: 'a@x.org' } },
      says: ['email-shared'],
    },
  ),
  file('EMAIL2: finds nobody', [bell({ EMAIL1: 'a@x.org' })], { LASTNAME: 'Bell', EMAIL2: 'a@x.org' }, { bucket: 'created' }),
  file('EMAIL3: finds nobody', [bell({ EMAIL1: 'a@x.org' })], { LASTNAME: 'Bell', EMAIL3: 'a@x.org' }, { bucket: 'created' }),
];
