import { parseArgs } from 'node:util';
import type { ImportRules } from '@/lib/engine';
import { isLanguage, type Language } from '@/lib/i18n';

/** What `foyer plan` and `foyer import` are asked. */
export interface ImportArguments {
  path: string;
  /** An import to go on with, in place of a file. */
  resume: number | null;
  /** Code; undefined: the only institution. */
  institution?: string;
  environment: 'PP' | 'P';
  json: boolean;
  /** Of the problems. */
  language: Language;
  apply: boolean;
  /** The file is meant to remove contacts. */
  removal: boolean;
  /** Goes on with a file that differs from the last one of its recipe. */
  acceptDrift: boolean;
  rules: ImportRules;
}

const ENVIRONMENTS = { pp: 'PP', p: 'P' } as const;

const isEnvironment = (text: string): text is keyof typeof ENVIRONMENTS => Object.hasOwn(ENVIRONMENTS, text);

const OPTIONS = {
  institution: { type: 'string' },
  environment: { type: 'string', default: 'pp' },
  json: { type: 'boolean', default: false },
  lang: { type: 'string', default: 'en' },
  apply: { type: 'boolean', default: false },
  resume: { type: 'string' },
  removal: { type: 'boolean', default: false },
  lenient: { type: 'boolean', default: false },
  'define-unknown': { type: 'boolean', default: false },
  'raise-consents': { type: 'string' },
  'accept-drift': { type: 'boolean', default: false },
} as const;

/** Null when the arguments make no sense. Without a word, pre-production is meant: what is tried out does no harm there. */
export function importArguments(args: string[]): ImportArguments | null {
  try {
    const { values, positionals } = parseArgs({ args, options: OPTIONS, allowPositionals: true });
    const [path = '', ...others] = positionals;
    const environment = values.environment.toLowerCase();
    const {
      lenient,
      'define-unknown': defineUnknown,
      'raise-consents': source,
      'accept-drift': acceptDrift,
      resume: id,
      lang: language,
      ...wanted
    } = values;
    const resume = id === undefined ? null : Number(id);
    const isClear = resume === null ? path !== '' : path === '' && Number.isSafeInteger(resume) && resume > 0;
    if (!isClear || others.length > 0 || !isEnvironment(environment) || !isLanguage(language)) return null;
    const rules = {
      ...(lenient && { lenient }),
      ...(defineUnknown && { defineUnknown }),
      ...(source !== undefined && { raiseConsents: { source } }),
    };
    return { ...wanted, path, language, resume, acceptDrift, environment: ENVIRONMENTS[environment], rules };
  } catch {
    return null;
  }
}
