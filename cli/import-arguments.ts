import { parseArgs } from 'node:util';
import type { ImportRules } from '@/lib/engine';

/** What `foyer plan` and `foyer import` are asked. */
export interface ImportArguments {
  path: string;
  /** Code; undefined: the only institution. */
  institution?: string;
  environment: 'PP' | 'P';
  json: boolean;
  apply: boolean;
  rules: ImportRules;
}

const ENVIRONMENTS = { pp: 'PP', p: 'P' } as const;

const isEnvironment = (text: string): text is keyof typeof ENVIRONMENTS => Object.hasOwn(ENVIRONMENTS, text);

const OPTIONS = {
  institution: { type: 'string' },
  environment: { type: 'string', default: 'pp' },
  json: { type: 'boolean', default: false },
  apply: { type: 'boolean', default: false },
  lenient: { type: 'boolean', default: false },
  'raise-consents': { type: 'string' },
} as const;

/** Null when the arguments make no sense. Without a word, pre-production is meant: what is tried out does no harm there. */
export function importArguments(args: string[]): ImportArguments | null {
  try {
    const { values, positionals } = parseArgs({ args, options: OPTIONS, allowPositionals: true });
    const [path, ...others] = positionals;
    const environment = values.environment.toLowerCase();
    if (!path || others.length > 0 || !isEnvironment(environment)) return null;
    const { lenient, 'raise-consents': source, ...wanted } = values;
    const rules = { ...(lenient && { lenient }), ...(source !== undefined && { raiseConsents: { source } }) };
    return { ...wanted, path, environment: ENVIRONMENTS[environment], rules };
  } catch {
    return null;
  }
}
