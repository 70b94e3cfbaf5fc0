/** A command: gets its arguments, gives the exit status (0 done, 1 refused or failed, 2 wrong use). */
type Command = (args: string[]) => Promise<number>;

/** Each command is loaded only when called: `foyer read` must not wait for what `foyer start` needs. */
const COMMANDS: Record<string, { summary: string; load: () => Promise<Command> }> = {
  start: { summary: 'run the product: database, web and worker', load: async () => (await import('./commands/start')).start },
  dev: { summary: 'the same with hot reload', load: async () => (await import('./commands/dev')).dev },
  worker: { summary: 'run a worker alone, on DATABASE_URL', load: async () => (await import('./commands/worker')).worker },
  migrate: { summary: 'apply the migrations to DATABASE_URL', load: async () => (await import('./commands/migrate')).migrate },
  template: { summary: 'write an empty file in a layout of the format', load: async () => (await import('./commands/template')).template },
  plan: { summary: 'say what an import of a file would change, without writing anything', load: async () => (await import('./commands/plan')).plan },
  export: {
    summary: 'write contacts to a file that can be edited and imported again',
    load: async () => (await import('./commands/export')).exportCommand,
  },
  standing: { summary: 'take in sales, orders and balance of contacts', load: async () => (await import('./commands/standing')).standing },
  'override-erased': {
    summary: 'let people who were erased come back with an import, for a lawful reason',
    load: async () => (await import('./commands/override-erased')).overrideErasedCommand,
  },
  criteria: {
    summary: 'define criteria and structure types by a file, or write them to one',
    load: async () => (await import('./commands/criteria')).criteria,
  },
  recipes: {
    summary: 'list recipes, write one to a file, or bring one from a file',
    load: async () => (await import('./commands/recipes')).recipes,
  },
  import: { summary: 'import a file into contacts', load: async () => (await import('./commands/import')).importCommand },
  read: { summary: 'read tabular files and say what was understood', load: async () => (await import('./commands/read')).read },
  map: { summary: 'say which field each column of a file goes to', load: async () => (await import('./commands/map')).map },
  clean: { summary: 'bring values of a field into their normal form', load: async () => (await import('./commands/clean')).clean },
  audit: { summary: 'say whether the audit trail is as it was written', load: async () => (await import('./commands/audit')).audit },
  'crash-test': {
    summary: 'kill the processes of imports at random moments and compare their ends',
    load: async () => (await import('./commands/crash-test')).crashTest,
  },
  bench: { summary: 'measure an import of invented contacts, stage by stage', load: async () => (await import('./commands/bench')).bench },
};

const help = () => {
  const width = Math.max(...Object.keys(COMMANDS).map((name) => name.length));
  const lines = Object.entries(COMMANDS).map(([name, { summary }]) => `  ${name.padEnd(width)}  ${summary}`);
  return `Usage: npm run foyer -- COMMAND [ARGUMENTS]\n\n${lines.join('\n')}\n  ${'help'.padEnd(width)}  this page; help problems [CODE]: what can be wrong with a file, and what to do\n`;
};

/** Runs the command named by the first argument and sets the process's exit status. */
export async function main(args: string[]): Promise<void> {
  const [name = 'help', ...rest] = args;
  if (name === 'help' && rest[0] === 'problems') {
    process.exitCode = await (await import('./commands/help-problems')).helpProblems(rest.slice(1));
    return;
  }
  if (name === 'help' || name === '--help' || name === '-h') {
    process.stdout.write(help());
    return;
  }
  const command = COMMANDS[name];
  if (!command) {
    process.stderr.write(`foyer: there is no command "${name}".\n\n${help()}`);
    process.exitCode = 2;
    return;
  }
  process.exitCode = await (await command.load())(rest);
}
