import { defineConfig, devices } from '@playwright/test';
import journeys from './playwright.config.ts';

/** A journey through the app in an installed Firefox, which Playwright drives by WebDriver BiDi. */
export default defineConfig({
  ...journeys,
  testMatch: 'browsers/**/*.e2e.ts',
  workers: 1,
  timeout: 180_000,
  expect: { timeout: 15_000 },
  use: {
    ...devices['Desktop Firefox'],
    baseURL: journeys.use?.baseURL,
    viewport: { width: 1440, height: 900 },
    channel: 'moz-firefox',
    // e2e/browsers/start.mjs finds it.
    launchOptions: { executablePath: process.env['FIREFOX_PATH'] ?? 'firefox-esr' },
  },
});
