import type { Role } from '@/lib/server/actor';

/** The password of every demo person; printed at each start, for nobody is to keep secrets in a demo. */
export const DEMO_PASSWORD = 'welcome-to-foyer';

interface DemoCriterion {
  code: string;
  type: 'single' | 'multi' | 'boolean' | 'text';
  scope: 'INDIVIDUAL' | 'STRUCTURE' | 'BOTH';
  labels: Record<'en' | 'fr', string>;
  /** Value to its labels; only lists have values of their own. */
  values: Record<string, Record<'en' | 'fr', string>>;
}

const criteria: DemoCriterion[] = [
  {
    code: 'LIKES',
    type: 'multi',
    scope: 'INDIVIDUAL',
    labels: { en: 'Likes to see', fr: 'Aime voir' },
    values: {
      THEATRE: { en: 'Theatre', fr: 'Théâtre' },
      DANCE: { en: 'Dance', fr: 'Danse' },
      CIRCUS: { en: 'Circus', fr: 'Cirque' },
      OPERA: { en: 'Opera', fr: 'Opéra' },
    },
  },
  {
    code: 'HEARD',
    type: 'single',
    scope: 'BOTH',
    labels: { en: 'Heard of us through', fr: 'Nous connaît par' },
    values: {
      POSTER: { en: 'A poster', fr: 'Une affiche' },
      FRIEND: { en: 'A friend', fr: 'Une connaissance' },
      PRESS: { en: 'The press', fr: 'La presse' },
    },
  },
  { code: 'PATRON', type: 'boolean', scope: 'BOTH', labels: { en: 'Patron', fr: 'Mécène' }, values: {} },
  { code: 'SEATING', type: 'text', scope: 'INDIVIDUAL', labels: { en: 'Seating wishes', fr: 'Souhaits de placement' }, values: {} },
  {
    code: 'SECTOR',
    type: 'single',
    scope: 'STRUCTURE',
    labels: { en: 'Sector', fr: 'Secteur' },
    values: { PUBLIC: { en: 'Public', fr: 'Public' }, PRIVATE: { en: 'Private', fr: 'Privé' } },
  },
];

interface DemoListValue {
  list: 'TITLE' | 'STRUCT_TYPE' | 'COMMUNITY_TYPE';
  code: string;
  labels: Record<'en' | 'fr', string>;
}

/** In the order in which they are offered. */
const lists: DemoListValue[] = [
  { list: 'TITLE', code: 'DR', labels: { en: 'Doctor', fr: 'Docteur' } },
  { list: 'TITLE', code: 'PROF', labels: { en: 'Professor', fr: 'Professeur' } },
  { list: 'STRUCT_TYPE', code: 'SCHOOL', labels: { en: 'School', fr: 'Établissement scolaire' } },
  { list: 'STRUCT_TYPE', code: 'COMPANY', labels: { en: 'Company', fr: 'Entreprise' } },
  { list: 'STRUCT_TYPE', code: 'ASSOC', labels: { en: 'Association', fr: 'Association' } },
  { list: 'STRUCT_TYPE', code: 'PUBLIC', labels: { en: 'Public body', fr: 'Organisme public' } },
  { list: 'COMMUNITY_TYPE', code: 'COUNCIL', labels: { en: 'Works council', fr: 'Comité d’entreprise' } },
  { list: 'COMMUNITY_TYPE', code: 'CLUB', labels: { en: 'Friends of the house', fr: 'Cercle d’amis' } },
];

interface DemoInstitution {
  code: string;
  name: string;
  country: string;
  language: string;
  organizations: { code: string; name: string }[];
  criteria: DemoCriterion[];
  lists: DemoListValue[];
}

/** Two institutions, so that every wall between them can be seen standing. */
export const DEMO_INSTITUTIONS: DemoInstitution[] = [
  {
    code: 'LAC',
    name: 'Théâtre du Lac',
    country: 'FR',
    language: 'fr',
    organizations: [
      { code: 'LACMAIN', name: 'Grande salle' },
      { code: 'LACSTUD', name: 'Studio' },
    ],
    criteria,
    lists,
  },
  {
    code: 'BUEHNE',
    name: 'Stadthaus Bühne',
    country: 'CH',
    language: 'de',
    organizations: [{ code: 'BUEHNE', name: 'Stadthaus Bühne' }],
    criteria: criteria.filter(({ code }) => code === 'HEARD' || code === 'PATRON'),
    lists: [],
  },
];

interface DemoPerson {
  email: string;
  name: string;
  language: 'en' | 'fr';
  role: Role;
  /** Code of the institution; staff have none. */
  institution: string | null;
}

/** One person for each role, and a customer of the other institution. */
export const DEMO_PEOPLE: DemoPerson[] = [
  { email: 'importer@lac.example', name: 'Camille Roux', language: 'en', role: 'importer', institution: 'LAC' },
  { email: 'manager@lac.example', name: 'Bastien Morel', language: 'fr', role: 'manager', institution: 'LAC' },
  { email: 'importer@buehne.example', name: 'Lea Brunner', language: 'en', role: 'importer', institution: 'BUEHNE' },
  { email: 'operator@foyer.example', name: 'Nora Lindt', language: 'en', role: 'operator', institution: null },
  { email: 'approver@foyer.example', name: 'Ivo Keller', language: 'en', role: 'approver', institution: null },
  { email: 'administrator@foyer.example', name: 'Ada Perrin', language: 'en', role: 'administrator', institution: null },
];
