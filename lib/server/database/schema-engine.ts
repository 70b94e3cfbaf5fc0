import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum, type SqlDriverAdapter, type SqlQuery } from '@prisma/driver-adapter-utils';
import pg from 'pg';

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

/** Columns of the type "char" in the engine's questions to the catalogue, and the names they come back under. */
const charColumns = /\b(constr\.contype)(?= AS)|\bcon\.(confdeltype|confupdtype)\b/g;
const charNames = new Set(['constraint_type', 'confdeltype', 'confupdtype']);

/** Asks the catalogue on the engine's behalf: the adapter cannot hand over the type "char", so it travels as text. */
async function askCatalogue(ask: SqlDriverAdapter['queryRaw'], query: SqlQuery) {
  const sql = query.sql.replace(charColumns, (found, aliased?: string, name?: string) => (aliased ? `${found}::text` : `${found}::text AS ${name}`));
  const result = await ask({ ...query, sql });
  return {
    ...result,
    columnTypes: result.columnTypes.map((type, at) => (charNames.has(result.columnNames[at] ?? '') ? ColumnTypeEnum.Character : type)),
  };
}

/** Prisma's adapter over `pool`, with the two things mended that migrations stumble over. */
function adapterOver(pool: pg.Pool): PrismaPg {
  const factory = new PrismaPg(pool);
  const connect = factory.connect.bind(factory);
  return Object.assign(factory, {
    async connect() {
      const adapter: SqlDriverAdapter = await connect();
      const queryRaw = adapter.queryRaw.bind(adapter);
      adapter.queryRaw = (query) => askCatalogue(queryRaw, query);
      // As one message, so that a migration is one transaction; the adapter would cut it at every semicolon, in bodies of functions too.
      adapter.executeScript = async (script) => void (await pool.query(script));
      return adapter;
    },
  });
}

async function withEngine<T>(url: string, work: (engine: Awaited<ReturnType<Bindings['SchemaEngine']['new']>>) => Promise<T>): Promise<T> {
  bindings ??= loadEngine();
  const { SchemaEngine } = await bindings;
  const path = join(prismaFolder(), 'schema.prisma');
  const datamodels: [string, string][] = [[path, readFileSync(path, 'utf8')]];
  const pool = new pg.Pool({ connectionString: url, max: 2 });
  const engine = await SchemaEngine.new({ datamodels }, () => undefined, bindMigrationAwareSqlAdapterFactory(adapterOver(pool)));
  try {
    return await work(engine);
  } finally {
    engine.free();
    await pool.end();
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
