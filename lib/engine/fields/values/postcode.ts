import type { Cleaned, Place } from '@/lib/engine/fields/field';

/**
 * Shapes of post codes and the countries that write them so. `9` is a digit, `A` a letter, `*` either, `-` a blank, a hyphen or nothing, `~` a blank
 * that is put in where it is missing; anything else stands for itself.
 */
const SHAPES: readonly [string, string][] = [
  ['999', 'FO GN IS LS MG OM PG BH TW PS'],
  [
    '9999',
    'AF AL AM AR AT AU BD BE BG BH CC CH CV CR CX CY DK ET GE GL GW HM HT HU LB LI LR LU LV MD MK MZ NE NF NO NZ PA PH PY SI SJ TN TZ VE ZA AI AZ',
  ],
  ['9999-9999', 'LB'],
  ['9999-A', 'VE'],
  [
    '99999',
    'AS BT CU CR DE DO DZ EE EG ES FI FM FR GF GP GR GT GU HN HR IC ID IL IQ IT JO KE KH KR KW LA LK LT MA MC ME MF MH MM MN MP MQ MU MV MX MY',
  ],
  ['99999', 'NC NI NP PE PF PK PM PR PW RE RS SA SD SM SN TH TR TW TZ UA UM US UY VA VI VN WF XK YT ZM BL'],
  ['999~99', 'CZ SE SK GR'],
  ['99999-9999', 'AS FM GU MH MP PR PW SA UM US VI'],
  ['999999', 'AM BY CN CO EC IN KG KH KZ MN NG RO RS RU SG TJ TM TT TW UZ VN'],
  ['999-999', 'IN KR'],
  ['9999999', 'CL IL NI'],
  ['999-9999', 'CL JP'],
  ['999-999-9', 'NI'],
  ['99999-99999', 'IR'],
  ['99999-999', 'BR'],
  ['99-999', 'PL'],
  ['9999-999', 'PT'],
  ['9999~AA', 'NL'],
  ['A9A~9A9', 'CA'],
  ['A99-****', 'IE'],
  ['A9A-****', 'IE'],
  ['AAA-9999', 'MT'],
  ['AAA-999', 'MT'],
  ['AAA-99', 'MT'],
  ['AD999', 'AD'],
  ['A999', 'SZ'],
  ['A9999AAA', 'AR'],
  ['A9999', 'AR MU'],
  ['99AA999', 'MU'],
  ['AA9999', 'BN'],
  ['AA-99', 'BM'],
  ['AA-AA', 'BM'],
  ['BB99999', 'BB'],
  ['CP-9999', 'SV'],
  ['1101', 'SV'],
  ['HT9999', 'HT'],
  ['MSR-9999', 'MS'],
  ['AI-2640', 'AI'],
  ['AZ-9999', 'AZ'],
  ['KY9-9999', 'KY'],
  ['LC99--999', 'LC'],
  ['VC9999', 'VC'],
  ['VG9999', 'VG'],
  ['AA-99999', 'SO'],
  ['FIQQ~1ZZ', 'FK'],
  ['SIQQ~1ZZ', 'GS'],
  ['BBND~1ZZ', 'IO'],
  ['BIQQ~1ZZ', 'AQ'],
  ['PCRN~1ZZ', 'PN'],
  ['TKCA~1ZZ', 'TC'],
  ['STHL~1ZZ', 'SH'],
  ['ASCN~1ZZ', 'SH AC'],
  ['TDCU~1ZZ', 'SH TA'],
  ['GX11~1AA', 'GI'],
  ['A9999A', 'EC'],
  ['GIR~0AA', 'GB'],
  ['BFPO-9', 'GB'],
  ['BFPO-99', 'GB'],
  ['BFPO-999', 'GB'],
  ['BFPO-9999', 'GB'],
  ['A9~9AA', 'GB'],
  ['A99~9AA', 'GB'],
  ['A9A~9AA', 'GB'],
  ['AA9~9AA', 'GB GG IM JE'],
  ['AA99~9AA', 'GB GG IM JE'],
  ['AA9A~9AA', 'GB'],
  ['LIMA-99', 'PE'],
  ['LIMA-9', 'PE'],
  ['CALLAO-99', 'PE'],
  ['CALLAO-9', 'PE'],
];

/** Signs of the country that are often written before the code, as in F-75001. */
// biome-ignore format: a table
const SIGNS: Readonly<Record<string, string>> = {
  AT: 'A', BE: 'B', DE: 'D', ES: 'E', FI: 'FIN', FR: 'F', IT: 'I', LU: 'L', NO: 'N', SE: 'S', SI: 'SLO', HR: 'HR', GR: 'GR', CH: 'CH',
};

const SPELLED: Readonly<Record<string, string>> = { '9': '\\d', A: '[A-Z]', '*': '[A-Z\\d]', '-': '[ -]?', '~': ' ?' };

interface Shape {
  pattern: RegExp;
  /** Where a blank belongs: characters after it, 0 for nowhere. */
  tail: number;
}

const byCountry = new Map<string, Shape[]>();
for (const [shape, countries] of SHAPES) {
  const spelled = [...shape].map((sign) => SPELLED[sign] ?? sign).join('');
  for (const country of countries.split(' ')) {
    const sign = [country, ...(SIGNS[country] ? [SIGNS[country]] : [])].join('|');
    const pattern = new RegExp(`^(?:(?:${sign})[ -]?)?${spelled}$`);
    const tail = shape.includes('~') ? shape.length - shape.indexOf('~') - 1 : 0;
    byCountry.set(country, [...(byCountry.get(country) ?? []), { pattern, tail }]);
  }
}

/**
 * A post code in capitals, with the blank that its country puts into it. One that its country does not write stays as typed with a
 * warning; where the country is not known to have codes of a shape, any text is taken.
 */
export function cleanPostcode(value: string, { country }: Place): Cleaned {
  const shapes = byCountry.get(country);
  if (!shapes) return value;
  const code = value.toUpperCase().replace(/ {2,}/g, ' ');
  const shape = shapes.find(({ pattern }) => pattern.test(code));
  if (!shape) return { value, code: 'bad-postcode', params: { value, country } };
  if (shape.tail === 0) return code;
  const written = code.replace(' ', '');
  return `${written.slice(0, -shape.tail)} ${written.slice(-shape.tail)}`;
}
