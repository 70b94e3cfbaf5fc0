import type { TypedRow } from '@/lib/engine/small-file.fixture';
import { type FormatRule, file, pair, person, refused, structure, unchanged, updated } from './rule.fixture';

const CODES = ['CNIL_O', 'CNIL_T', 'PARTNER', 'SMS_MMS', 'PHONE', 'LETTER', 'EMAIL'] as const;
const row = (code: (typeof CODES)[number], typed: string): TypedRow => ({ [code]: typed });

const CONSENTS: readonly FormatRule[] = CODES.flatMap((code) => [
  person(`${code}: TRUE gives it to a new contact`, row(code, 'TRUE'), { [code]: 'TRUE' }),
  person(`${code}: FALSE refuses it`, row(code, 'FALSE'), { [code]: 'FALSE' }),
  person(`${code}: T and F are the same`, row(code, 'f'), { [code]: 'FALSE' }),
  person(`${code}: a word such as yes is not taken for a consent`, row(code, 'yes'), { LASTNAME: 'Bell', [code]: undefined }, 'bad-flag'),
  person(`${code}: an empty cell says nothing, also not of a new contact`, row(code, ''), { [code]: undefined }),
  unchanged(`${code}: an empty cell leaves it`, { [code]: 'TRUE' }, row(code, '')),
  updated(`${code}: is given for the first time`, {}, row(code, 'TRUE'), { [code]: 'TRUE' }),
  updated(`${code}: is taken back`, { [code]: 'TRUE' }, row(code, 'FALSE'), { [code]: 'FALSE' }),
  unchanged(`${code}: a refusal is never raised`, { [code]: 'FALSE' }, row(code, 'TRUE'), 'consent-raise'),
  unchanged(`${code}: a refusal is not cleared, so that it could be raised`, { [code]: 'FALSE' }, row(code, '='), 'consent-raise'),
  pair(`${code}: is the relay’s and never the structure’s`, row(code, 'TRUE'), { structure: { [code]: undefined }, relay: { [code]: 'TRUE' } }),
  structure(`${code}: a structure alone has none`, row(code, 'TRUE'), { [code]: undefined }, 'field-not-for-kind'),
  file(
    `${code}: of two rows about a contact the refusal counts`,
    [],
    [
      { EMAIL1: 'a@x.org', ...row(code, 'FALSE') },
      { EMAIL1: 'a@x.org', ...row(code, 'TRUE') },
    ],
    { bucket: 'merged', says: ['merged-into-row', 'consent-raise'] },
  ),
]);

const MEANS: readonly FormatRule[] = [
  person('EMAIL: nobody said anything of is given with CNIL_O', row('CNIL_O', 'TRUE'), { CNIL_O: 'TRUE', EMAIL: 'TRUE' }),
  updated('EMAIL: of a known contact, too', {}, row('CNIL_O', 'TRUE'), { EMAIL: 'TRUE' }),
  person('EMAIL: that is refused beside CNIL_O stays refused', { CNIL_O: 'TRUE', EMAIL: 'FALSE' }, { EMAIL: 'FALSE' }),
  updated('EMAIL: that was refused stays so', { EMAIL: 'FALSE' }, row('CNIL_O', 'TRUE'), { CNIL_O: 'TRUE', EMAIL: undefined }),
  person('EMAIL: that is cleared beside CNIL_O is not given', { CNIL_O: 'TRUE', EMAIL: '=' }, { EMAIL: undefined }),
  person('EMAIL: is not given with a refused CNIL_O', row('CNIL_O', 'FALSE'), { EMAIL: undefined }),
  unchanged('EMAIL: of a contact that had CNIL_O before stays as it is', { CNIL_O: 'TRUE' }, row('CNIL_O', 'TRUE')),
  pair('EMAIL: is the relay’s with CNIL_O', row('CNIL_O', 'TRUE'), { structure: { EMAIL: undefined }, relay: { EMAIL: 'TRUE' } }),
];

const EVIDENCE: readonly FormatRule[] = [
  person('CONSENT_DATE: is a date', { CONSENT_DATE: '25.05.2018' }, { CONSENT_DATE: '2018-05-25' }),
  person('CONSENT_DATE: nobody consents tomorrow', { CONSENT_DATE: '02.03.2026' }, { CONSENT_DATE: undefined }, 'date-in-future'),
  person('CONSENT_SOURCE: is a free text', { CONSENT_SOURCE: 'Desk, form 12' }, { CONSENT_SOURCE: 'Desk, form 12' }),
  refused('CONSENT_SOURCE: takes 200 characters', { CONSENT_SOURCE: 'x'.repeat(201) }, 'text-too-long'),
];

/** The seven consents, which a file may lower freely, and their evidence, which is our own. */
export const AUTHORIZATION_RULES: readonly FormatRule[] = [...CONSENTS, ...MEANS, ...EVIDENCE];
