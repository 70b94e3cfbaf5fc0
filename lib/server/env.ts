import { createHmac, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';

/**
 * Every setting of Foyer, read here and nowhere else. A wrong value stops the start with its name; a missing secret is made
 * once and kept in the data folder, so that a fresh machine needs no configuration. `.env.example` lists them all.
 */
const schema = z
  .object({
    NODE_ENV: z.enum(['development', 'production', 'test']).default('production'),
    PORT: z.coerce.number().int().min(0).max(65535).default(3000),
    /** Owner connection: migrates and, unless DATABASE_APP_URL is set, gives the app's role its password. */
    DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
    /** Connection of the app's role, which owns nothing and is under row-level security. */
    DATABASE_APP_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
    FOYER_DATA: z.string().min(1).default('.data'),
    /** Keys of sessions and fingerprints are derived from it; at least 32 characters. */
    FOYER_SECRET: z.string().min(32).optional(),
    /** Key of the fingerprints of erased people, at least 32 characters; derived from the secret where not set. Another key forgets all of them. */
    FOYER_FINGERPRINT_KEY: z.string().min(32).optional(),
    /** The address people type, for links and sign-in redirects. */
    FOYER_URL: z.url().optional(),
    FOYER_LOG: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
    FOYER_DEMO: z.stringbool().default(true),
    S3_BUCKET: z.string().optional(),
    S3_ENDPOINT: z.url().optional(),
    S3_REGION: z.string().default('eu-central-1'),
    S3_ACCESS_KEY_ID: z.string().optional(),
    S3_SECRET_ACCESS_KEY: z.string().optional(),
    OIDC_ISSUER: z.url().optional(),
    OIDC_CLIENT_ID: z.string().optional(),
    OIDC_CLIENT_SECRET: z.string().optional(),
    OIDC_NAME: z.string().default('Single sign-on'),
  })
  .refine((all) => new Set([all.OIDC_ISSUER, all.OIDC_CLIENT_ID, all.OIDC_CLIENT_SECRET].map((value) => value !== undefined)).size === 1, {
    path: ['OIDC_ISSUER'],
    error: 'set it together with OIDC_CLIENT_ID and OIDC_CLIENT_SECRET, or none of the three',
  });

/** The names of all settings. */
export const VARIABLES: readonly string[] = Object.keys(schema.shape);

export type Env = z.infer<typeof schema> & { dataDir: string; secret: string };

/** An unset variable and an empty one are the same, as in a shell or a compose file. */
const present = (source: NodeJS.ProcessEnv) => Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ''));

function keptSecret(dataDir: string): string {
  const file = join(dataDir, 'secret');
  if (!existsSync(file)) {
    mkdirSync(dataDir, { recursive: true });
    try {
      writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' });
    } catch (error) {
      // Another process made it in the same moment: its secret is the one.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
  return readFileSync(file, 'utf8').trim();
}

/** Reads and checks the settings. Throws an error that names each wrong one. */
export function readEnv(source: NodeJS.ProcessEnv): Env {
  const parsed = schema.safeParse(present(source));
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
    throw new Error(`Settings that cannot be used (see .env.example):\n${lines.join('\n')}`);
  }
  const dataDir = resolve(parsed.data.FOYER_DATA);
  return { ...parsed.data, dataDir, secret: parsed.data.FOYER_SECRET ?? keptSecret(dataDir) };
}

let cached: Env | undefined;

/** The settings of this process. */
export function env(): Env {
  // biome-ignore lint/style/noProcessEnv: the one place that reads the environment
  cached ??= readEnv(process.env);
  return cached;
}

/** A key for one purpose, derived from the secret, so that no key serves two purposes. Hex, 64 characters. */
export const deriveKey = (secret: string, purpose: string) => createHmac('sha256', secret).update(purpose).digest('hex');
