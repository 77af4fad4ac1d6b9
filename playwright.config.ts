import { defineConfig, devices } from '@playwright/test';
import { findChromium } from './chromium.config.ts';

const { executablePath, args } = findChromium();
/** Another port lets two checkouts run their journeys at the same time. */
const PORT = process.env['PORT'] ?? '4173';
const ADDRESS = `http://127.0.0.1:${PORT}/`;

/** The journeys run on the app as `npm run build` made it and as it is shipped: service worker, policy and relative addresses included. */
export default defineConfig({
  testDir: 'e2e',
  testMatch: 'journeys/**/*.e2e.ts',
  fullyParallel: true,
  workers: 3,
  retries: 0,
  // Limits for what hangs: a machine with other work takes five times as long as a quiet one.
  timeout: 300_000,
  expect: { timeout: 60_000 },
  forbidOnly: Boolean(process.env['CI']),
  reporter: [['list']],
  use: {
    ...devices['Desktop Chrome'],
    baseURL: ADDRESS,
    viewport: { width: 1440, height: 900 },
    // A trace takes half as long again: `npx playwright test NAME --trace on` makes one of a journey that fails.
    trace: 'off',
    screenshot: 'only-on-failure',
    launchOptions: { ...(executablePath ? { executablePath } : {}), args },
  },
  webServer: {
    command: `npx vite preview --host 127.0.0.1 --port ${PORT} --strictPort`,
    url: ADDRESS,
    reuseExistingServer: false,
  },
});
