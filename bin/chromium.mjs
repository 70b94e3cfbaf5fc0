// Finds a Chromium for the end-to-end tests, or installs one: Playwright's own, a system one, or the distribution's package.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { program } from './steps.mjs';

const SYSTEM = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

const candidates = () => [process.env.FOYER_CHROMIUM, chromium.executablePath(), ...SYSTEM].filter(Boolean);
const found = () => candidates().find((path) => existsSync(path));

function install() {
  process.stdout.write('No Chromium found: trying the one Playwright offers, then the package of the distribution.\n');
  spawnSync(process.execPath, [program('@playwright/test/cli.js'), 'install', 'chromium'], { stdio: 'inherit', timeout: 180_000 });
  if (found() || process.getuid?.() !== 0) return;
  for (const args of [
    ['update', '-qq'],
    ['install', '-y', '-qq', '--no-install-recommends', 'chromium'],
  ]) {
    spawnSync('apt-get', args, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      timeout: 300_000,
    });
  }
}

/** Path of a Chromium. Throws, saying what to install, when there is none and none can be had. */
export function findChromium() {
  if (!found()) install();
  const path = found();
  if (!path) throw new Error('No Chromium could be found or installed. Install the package "chromium" or set FOYER_CHROMIUM to its path.');
  process.stdout.write(`Chromium: ${path}\n`);
  return path;
}
