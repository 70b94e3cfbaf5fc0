import { type Field, STRUCTURE } from './field';

export const officialName = {
  code: 'OFFICIAL_NAME',
  olderCodes: ['STRUCT_NAME'],
  group: 'structure',
  type: 'text',
  length: 100,
  labels: { en: 'Official name', fr: 'Raison sociale' },
  synonyms: {
    en: ['official name', 'company', 'company name', 'organisation name', 'organization name', 'business name', 'school', 'school name', 'employer'],
    fr: ['raison sociale', 'société', 'entreprise', 'nom de la structure', 'structure', 'établissement', 'nom société', 'école'],
    de: ['firma', 'firmenname', 'unternehmen', 'organisation', 'institution name', 'schule', 'verein'],
    it: ['ragione sociale', 'azienda', 'società', 'ente', 'nome azienda', 'scuola'],
    es: ['razón social', 'empresa', 'nombre de la empresa', 'sociedad', 'entidad', 'centro'],
  },
  example: 'Lycée du Parc',
  appliesTo: STRUCTURE,
  shortens: true,
  neverCleared: true,
} as const satisfies Field;
