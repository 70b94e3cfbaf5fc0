import { defineConfig } from '@playwright/test';

const port = process.env.PORT ?? '3000';

/** Journeys run one after the other on one instance, as a person would; `npm run e2e` gives it a port and a data folder. */
export default defineConfig({
  testDir: 'e2e',
  fullyParallel: false,
  workers: 1,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  // A machine that is shared may stand still for longer than a journey waits; one that fails twice fails.
  retries: 1,
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list'], ['json']],
  use: {
    baseURL: `http://localhost:${port}`,
    locale: 'en-GB',
    actionTimeout: 15_000,
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: process.env.FOYER_CHROMIUM,
      // The sandbox needs rights that root in a container does not have; nothing but our own pages is opened.
      args: process.getuid?.() === 0 ? ['--no-sandbox', '--disable-background-networking'] : ['--disable-background-networking'],
    },
  },
  webServer: {
    command: 'node bin/foyer.mjs start',
    url: `http://127.0.0.1:${port}/api/health`,
    timeout: 180_000,
    // While a journey is being written, one instance on a PORT of its own serves every run.
    reuseExistingServer: !process.env.CI,
    stdout: 'ignore',
    stderr: 'pipe',
    gracefulShutdown: { signal: 'SIGTERM', timeout: 15_000 },
  },
});
