import { defineConfig } from '@playwright/test';
import base from './playwright.config.ts';

const { launchOptions, ...use } = base.use!;

/** Looks at every screen of the built app and prints what it finds: `npm run report`. */
export default defineConfig({
  ...base,
  testMatch: 'report/**/*.report.ts',
  outputDir: 'test-results/report',
  timeout: 600_000,
  // One test says it all itself.
  reporter: [['line']],
  // Playwright's browsers keep no page for the way back by themselves.
  use: { ...use, launchOptions: { ...launchOptions, ignoreDefaultArgs: ['--disable-back-forward-cache'] } },
});
