#!/usr/bin/env node
// The `foyer` command: bundles the sources when they changed, then hands over.
import { buildWhenNeeded } from './build.mjs';

await buildWhenNeeded();
const { main } = await import(new URL('../dist/cli/foyer.js', import.meta.url).href);
await main(process.argv.slice(2));
