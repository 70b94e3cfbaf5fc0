import { parseArgs } from 'node:util';

/** What `foyer plan` and `foyer import` are asked. */
export interface ImportArguments {
  path: string;
  /** Code; undefined: the only institution. */
  institution?: string;
  environment: 'PP' | 'P';
  json: boolean;
  apply: boolean;
}

const ENVIRONMENTS = { pp: 'PP', p: 'P' } as const;

const isEnvironment = (text: string): text is keyof typeof ENVIRONMENTS => Object.hasOwn(ENVIRONMENTS, text);

const OPTIONS = {
  institution: { type: 'string' },
  environment: { type: 'string', default: 'pp' },
  json: { type: 'boolean', default: false },
  apply: { type: 'boolean', default: false },
} as const;

/** Null when the arguments make no sense. Without a word, pre-production is meant: what is tried out does no harm there. */
export function importArguments(args: string[]): ImportArguments | null {
  try {
    const { values, positionals } = parseArgs({ args, options: OPTIONS, allowPositionals: true });
    const [path, ...others] = positionals;
    const environment = values.environment.toLowerCase();
    if (!path || others.length > 0 || !isEnvironment(environment)) return null;
    return { ...values, path, environment: ENVIRONMENTS[environment] };
  } catch {
    return null;
  }
}
