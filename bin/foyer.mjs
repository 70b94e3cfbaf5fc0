#!/usr/bin/env node
// The `foyer` command: bundles the sources when they changed, then hands over.
import { buildWhenNeeded, watchSources } from './build.mjs';

const args = process.argv.slice(2);
await buildWhenNeeded();
if (args[0] === 'dev') watchSources();
const { main } = await import(new URL('../dist/cli/foyer.js', import.meta.url).href);
await main(args);
