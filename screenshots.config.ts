import { defineConfig } from '@playwright/test';
import base from './playwright.config.ts';

/** Makes the README's pictures from the running app: `npm run screenshots`. */
export default defineConfig({ ...base, testMatch: 'screenshots/**/*.shot.ts', outputDir: 'test-results/screenshots' });
