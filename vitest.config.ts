import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { catalogues } from './catalogues.config.ts';
import { findChromium } from './chromium.config.ts';
import { licences } from './licences.config.ts';

const { executablePath, args } = findChromium();

export default defineConfig({
  plugins: [catalogues(), react(), licences()],
  test: {
    // Limits for what hangs, no measures: a busy machine takes ten times as long as a quiet one.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // How long a poll waits for what has to come.
    expect: { poll: { timeout: 60_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          include: ['src/**/*.test.ts', 'bench/lib/*.test.mjs'],
          exclude: ['src/**/*.browser.test.*'],
          // Files share two threads: starting each anew took longer than its tests, and none of them leaves anything behind.
          pool: 'threads',
          isolate: false,
          maxWorkers: 2,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          // The same number as for Node, or the two may not run at once.
          maxWorkers: 2,
          include: ['src/**/*.browser.test.ts', 'src/**/*.browser.test.tsx'],
          setupFiles: ['browser-setup.config.ts'],
          browser: {
            enabled: true,
            headless: true,
            isolate: false,
            screenshotFailures: false,
            provider: playwright({ launchOptions: { ...(executablePath ? { executablePath } : {}), args } }),
            instances: [{ browser: 'chromium', viewport: { width: 1000, height: 700 } }],
          },
        },
      },
    ],
  },
});
