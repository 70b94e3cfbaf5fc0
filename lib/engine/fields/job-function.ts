import { type Field, PERSON } from './field';

export const jobFunction = {
  code: 'FUNCTION',
  group: 'contact',
  type: 'text',
  length: 1000,
  labels: { en: 'Function', fr: 'Fonction' },
  synonyms: {
    en: ['function', 'job title', 'job', 'position', 'occupation', 'profession'],
    fr: ['fonction', 'poste', 'profession', 'métier'],
    de: ['funktion', 'beruf', 'position', 'stelle'],
    it: ['funzione', 'professione', 'ruolo aziendale'],
    es: ['función', 'cargo', 'puesto', 'profesión'],
  },
  example: 'Head of operations',
  appliesTo: PERSON,
} as const satisfies Field;
