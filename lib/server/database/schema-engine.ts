import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory, type SqlDriverAdapter } from '@prisma/driver-adapter-utils';

type Bindings = typeof import('@prisma/schema-engine-wasm/schema_engine_bg');

let bindings: Promise<Bindings> | undefined;

/**
 * Prisma's own migration engine, compiled to WebAssembly: its command line would download a binary at run time.
 * The package's entry expects a bundler's wasm import, so the module is instantiated here.
 */
async function loadEngine(): Promise<Bindings> {
  const module = await import('@prisma/schema-engine-wasm/schema_engine_bg');
  const folder = join(createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg'), '..');
  const compiled = await WebAssembly.compile(readFileSync(join(folder, 'schema_engine_bg.wasm')));
  const instance = await WebAssembly.instantiate(compiled, {
    './schema_engine_bg.js': module as unknown as WebAssembly.ModuleImports,
  });
  const setup = module as unknown as { __wbg_set_wasm(exports: unknown): void };
  setup.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as (() => void) | undefined)?.();
  return module;
}

const prismaFolder = () => join(process.cwd(), 'prisma');
const filters = { externalTables: [], externalEnums: [] };

/** The prisma/migrations folder in the shape the engine wants. */
function migrationsList() {
  const baseDir = join(prismaFolder(), 'migrations');
  const names = readdirSync(baseDir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  return {
    baseDir,
    lockfile: { path: 'migration_lock.toml', content: readFileSync(join(baseDir, 'migration_lock.toml'), 'utf8') },
    shadowDbInitScript: '',
    migrationDirectories: names.map((path) => ({
      path,
      migrationFile: {
        path: 'migration.sql',
        content: { tag: 'ok' as const, value: readFileSync(join(baseDir, path, 'migration.sql'), 'utf8') },
      },
    })),
  };
}

/** Columns of the type "char" in the engine's questions to the catalogue: the adapter cannot hand them over, text it can. */
const charColumns = /\b(constr\.contype)(?= AS)|\bcon\.(confdeltype|confupdtype)\b/g;

function withReadableCatalogue(adapter: SqlDriverAdapter): SqlDriverAdapter {
  const queryRaw = adapter.queryRaw.bind(adapter);
  const asText = (sql: string) =>
    sql.replace(charColumns, (found, aliased?: string, name?: string) => (aliased ? `${found}::text` : `${found}::text AS ${name}`));
  adapter.queryRaw = (query) => queryRaw({ ...query, sql: asText(query.sql) });
  return adapter;
}

function adapterFor(url: string): PrismaPg {
  const factory = new PrismaPg({ connectionString: url });
  const connect = factory.connect.bind(factory);
  return Object.assign(factory, { connect: async () => withReadableCatalogue(await connect()) });
}

async function withEngine<T>(url: string, work: (engine: InstanceType<Bindings['SchemaEngine']>) => Promise<T>): Promise<T> {
  bindings ??= loadEngine();
  const { SchemaEngine } = await bindings;
  const path = join(prismaFolder(), 'schema.prisma');
  const datamodels: [string, string][] = [[path, readFileSync(path, 'utf8')]];
  const adapter = bindMigrationAwareSqlAdapterFactory(adapterFor(url));
  const engine = await SchemaEngine.new({ datamodels }, () => undefined, adapter);
  try {
    return await work(engine);
  } finally {
    engine.free();
  }
}

/** Applies what is not yet applied of prisma/migrations; returns the names. `url` is the owner's connection. */
export const applyMigrations = (url: string): Promise<string[]> =>
  withEngine(url, async (engine) => {
    const done = await engine.applyMigrations({ migrationsList: migrationsList(), filters });
    return done.appliedMigrationNames;
  });

/** The SQL that would take the database at `url` to prisma/schema.prisma; empty when they agree. */
export const pendingSql = (url: string): Promise<string> =>
  withEngine(url, async (engine) => {
    const path = join(prismaFolder(), 'schema.prisma');
    const files = [{ path, content: readFileSync(path, 'utf8') }];
    const diff = await engine.diff({
      from: { tag: 'schemaDatasource', files, configDir: prismaFolder() },
      to: { tag: 'schemaDatamodel', files },
      script: true,
      exitCode: null,
      filters,
    });
    const sql = diff.stdout ?? '';
    return sql.includes('This is an empty migration') ? '' : sql.trim();
  });
