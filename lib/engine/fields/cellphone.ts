import { cleanPhone } from '@/lib/engine/fields/values/phone';
import { EVERYONE, type Field } from './field';

/** E.164 when it is a number that can exist, as typed otherwise. */
export const cellphone = {
  code: 'CELLPHONE',
  group: 'means',
  type: 'phone',
  length: 40,
  labels: { en: 'Mobile phone', fr: 'Téléphone portable' },
  synonyms: {
    en: ['mobile', 'mobile phone', 'cell phone', 'cellphone', 'cell', 'mobile number'],
    fr: ['portable', 'téléphone portable', 'mobile', 'téléphone mobile', 'tél portable', 'tel mobile', 'gsm'],
    de: ['mobil', 'handy', 'mobiltelefon', 'natel', 'handynummer', 'mobilnummer'],
    it: ['cellulare', 'telefono cellulare', 'mobile'],
    es: ['móvil', 'teléfono móvil', 'celular'],
  },
  example: '+33612345678',
  appliesTo: EVERYONE,
  clean: cleanPhone,
} as const satisfies Field;
