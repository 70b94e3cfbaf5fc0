import type { Layout, LayoutColumn } from './layout';

const FLAGS = ['TRUE', 'FALSE'];

export const column = (code: string, labels: LayoutColumn['labels'], own: Partial<LayoutColumn>): LayoutColumn => ({
  code,
  labels,
  group: 'definition',
  type: 'text',
  length: 100,
  mandatory: false,
  example: '',
  allowed: [],
  ...own,
});

/** What definitions of either kind say of whether they are still in use. */
export const statusColumn = column(
  'STATUS',
  { en: 'Status', fr: 'Statut' },
  { type: 'code', length: 8, example: 'ACTIVE', allowed: ['ACTIVE', 'RETIRED'] },
);

/**
 * Definitions of criteria, not contacts: a row without a value is about the criterion, a row with one about the value, and either may say
 * both. Rank and status belong to the value where there is one.
 */
export const criteria = {
  code: 'criteria',
  explained: false,
  columns: [
    column('CODE', { en: 'Code', fr: 'Code' }, { type: 'code', length: 8, mandatory: true, example: 'SEASON' }),
    column('NAME', { en: 'Internal name', fr: 'Nom interne' }, { mandatory: true, example: 'Season preferences' }),
    column('LABEL_EN', { en: 'Label in English', fr: 'Libellé en anglais' }, { example: 'Favourite genres' }),
    column('LABEL_FR', { en: 'Label in French', fr: 'Libellé en français' }, { example: 'Genres préférés' }),
    column(
      'CONTACT_TYPE',
      { en: 'For', fr: 'Pour' },
      { type: 'code', mandatory: true, example: 'BOTH', allowed: ['INDIVIDUAL', 'STRUCTURE', 'BOTH'] },
    ),
    column(
      'DATA_TYPE',
      { en: 'Type', fr: 'Type' },
      { type: 'code', mandatory: true, example: 'MULTI', allowed: ['SINGLE', 'MULTI', 'BOOLEAN', 'TEXT'] },
    ),
    column('MANDATORY', { en: 'Mandatory online', fr: 'Obligatoire en ligne' }, { type: 'flag', example: 'FALSE', allowed: FLAGS }),
    column(
      'CENTRALISED',
      { en: 'Shared by all organizations', fr: 'Commun à tous les organismes' },
      { type: 'flag', example: 'TRUE', allowed: FLAGS },
    ),
    column('INTERNET', { en: 'Online', fr: 'En ligne' }, { type: 'code', example: 'UPDATE', allowed: ['UPDATE', 'READ_ONLY', 'NONE'] }),
    column('SECTION', { en: 'Section of the screen', fr: 'Section de l’écran' }, { example: 'Preferences' }),
    column('VALUE', { en: 'Value', fr: 'Valeur' }, { example: 'Opera' }),
    column('VALUE_EN', { en: 'Value in English', fr: 'Valeur en anglais' }, { example: 'Opera' }),
    column('VALUE_FR', { en: 'Value in French', fr: 'Valeur en français' }, { example: 'Opéra' }),
    column('RANK', { en: 'Rank of the value', fr: 'Rang de la valeur' }, { type: 'number', length: 4, example: '1' }),
    statusColumn,
  ],
} as const satisfies Layout;
