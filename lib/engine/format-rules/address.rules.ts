import { bell, type FormatRule, file, person, refused, refusedUpdate, updated } from './rule.fixture';

const HOME = { LINE1: '1 rue Haute', ZIPCODE: '69001', TOWN: 'Lyon', COUNTRY: 'FR', ADDR_TYPE: 'MSB' } as const;
const rows = (...typed: { ADDR_TYPE: string; TOWN: string }[]) => typed.map((row) => ({ CONTACT_NR: '1', LASTNAME: 'Bell', ...row }));

const USES: readonly FormatRule[] = [
  person('ADDR_TYPE: an empty cell is main, shipment and billing', { ADDR_TYPE: '', TOWN: 'Lyon' }, { ADDR_TYPE: 'MSB' }),
  person('ADDR_TYPE: takes any combination, in any order', { ADDR_TYPE: 'BM', TOWN: 'Lyon' }, { ADDR_TYPE: 'MB' }),
  person('ADDR_TYPE: another letter leaves it out', { ADDR_TYPE: 'X', TOWN: 'Lyon' }, { ADDR_TYPE: 'MSB', TOWN: 'Lyon' }, 'bad-address-use'),
  refused('ADDR_TYPE: is not cleared', { ADDR_TYPE: '=', TOWN: 'Lyon' }, 'clear-not-allowed'),
  updated(
    'ADDR_TYPE: a row for another use gives the contact a second address',
    HOME,
    { ADDR_TYPE: 'B', TOWN: 'Metz' },
    {
      ADDR_TYPE: 'MS',
      'TOWN@B': 'Metz',
      'LINE1@B': '1 rue Haute',
      TOWN: undefined,
    },
  ),
  file('ADDR_TYPE: two rows of a file give two addresses', [bell()], rows({ ADDR_TYPE: 'M', TOWN: 'Lyon' }, { ADDR_TYPE: 'SB', TOWN: 'Nice' }), {
    bucket: 'merged',
    says: ['merged-into-row'],
  }),
];

const LINES: readonly FormatRule[] = (['LINE1', 'LINE2', 'LINE3'] as const).flatMap((code) => [
  person(`${code}: is taken as it is`, { [code]: '12 bis, Rue de la GARE' }, { [code]: '12 bis, Rue de la GARE' }),
  refused(`${code}: takes 100 characters`, { [code]: 'x'.repeat(101) }, 'text-too-long'),
]);

const TOWNS: readonly FormatRule[] = [
  person('ZIPCODE: is a text with its zeros', { ZIPCODE: '01000' }, { ZIPCODE: '01000' }),
  person('ZIPCODE: one that the country does not write is kept and told', { ZIPCODE: '1000' }, { ZIPCODE: '1000' }, 'bad-postcode'),
  person('ZIPCODE: that a spreadsheet rounded is left out', { ZIPCODE: '6.9E+12' }, { ZIPCODE: undefined }, 'digits-rounded'),
  refused('ZIPCODE: takes 10 characters', { ZIPCODE: '12345678901', COUNTRY: 'AE' }, 'text-too-long'),
  updated(
    'ZIPCODE: alone leaves the other lines of the address',
    HOME,
    { ZIPCODE: '69002' },
    { ZIPCODE: '69002', LINE1: undefined, TOWN: undefined },
  ),
  person('TOWN: and its complement stay under 100 characters', { TOWN: 'x'.repeat(60), TOWN_COMPLEMENT: 'y'.repeat(39) }, { TOWN: 'x'.repeat(60) }),
  refused('TOWN_COMPLEMENT: 100 characters with the town are refused', { TOWN: 'x'.repeat(60), TOWN_COMPLEMENT: 'y'.repeat(40) }, 'town-too-long'),
  refusedUpdate(
    'TOWN_COMPLEMENT: 100 characters with the stored town are refused',
    { ...HOME, TOWN: 'x'.repeat(60) },
    { TOWN_COMPLEMENT: 'y'.repeat(40) },
    'town-too-long',
  ),
  refusedUpdate(
    'TOWN: 100 characters with the stored complement are refused',
    { ...HOME, TOWN_COMPLEMENT: 'y'.repeat(40) },
    { TOWN: 'x'.repeat(60) },
    'town-too-long',
  ),
  updated(
    'TOWN_COMPLEMENT: a shorter town beside it makes room',
    { ...HOME, TOWN: 'x'.repeat(60) },
    { TOWN: 'Lyon', TOWN_COMPLEMENT: 'y'.repeat(40) },
    { TOWN: 'Lyon', TOWN_COMPLEMENT: 'y'.repeat(40) },
  ),
  person('TOWN_COMPLEMENT: is taken as it is', { TOWN: 'Lyon', TOWN_COMPLEMENT: 'Cedex 02' }, { TOWN_COMPLEMENT: 'Cedex 02' }),
  person('DEPARTMENT: is taken as it is: its list is not public', { DEPARTMENT: '01' }, { DEPARTMENT: '01' }),
];

const named = (name: string, code: string) => person(`COUNTRY: ${name} is ${code}`, { COUNTRY: name }, { COUNTRY: code });

const COUNTRY: readonly FormatRule[] = [
  ...['FR', 'ES', 'GB'].map((code) => person(`COUNTRY: ${code} is a code of ISO 3166`, { COUNTRY: code }, { COUNTRY: code })),
  named('Switzerland', 'CH'),
  named('Suisse', 'CH'),
  named('Schweiz', 'CH'),
  named('Suiza', 'CH'),
  named('Svizzera', 'CH'),
  named('Bosnie-Herzégovine', 'BA'),
  person('COUNTRY: of a first address it is that of the institution where the cell is empty', { COUNTRY: '', TOWN: 'Lyon' }, { COUNTRY: 'FR' }),
  person('COUNTRY: without any address there is none', { COUNTRY: '' }, { COUNTRY: undefined }),
  refused('COUNTRY: UK is refused, GB is proposed', { COUNTRY: 'UK' }, 'country-code-mistaken'),
  refused('COUNTRY: EN is refused, GB is proposed', { COUNTRY: 'EN' }, 'country-code-mistaken'),
  person('COUNTRY: an unknown one is left out', { COUNTRY: 'Nowhere' }, { COUNTRY: undefined }, 'unknown-country'),
];

/** The block of the postal address. */
export const ADDRESS_RULES: readonly FormatRule[] = [...USES, ...LINES, ...TOWNS, ...COUNTRY];
