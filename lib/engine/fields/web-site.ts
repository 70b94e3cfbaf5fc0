import { cleanWebAddress } from '@/lib/engine/fields/values/web-address';
import { type Field, STRUCTURE } from './field';

export const webSite = {
  code: 'WEB_SITE',
  olderCodes: ['WEBSITE'],
  group: 'structure',
  type: 'text',
  length: 255,
  labels: { en: 'Web site', fr: 'Site web' },
  example: 'https://www.example.org',
  appliesTo: STRUCTURE,
  clean: cleanWebAddress,
} as const satisfies Field;
