import react from '@vitejs/plugin-react';
import optimizeLocales from '@react-aria/optimize-locales-plugin';
import { defineConfig } from 'vite';
import { offline } from './offline.config.ts';
import { contentSecurityPolicy } from './policy.config.ts';
import { seeds } from './seeds.config.ts';

export default defineConfig({
  base: './',
  plugins: [
    react(),
    { ...optimizeLocales.vite({ locales: ['en-US'] }), enforce: 'pre' },
    seeds(),
    contentSecurityPolicy(),
    offline(),
  ],
  build: {
    target: ['chrome123', 'firefox125', 'safari17.5'],
    cssTarget: ['chrome123', 'firefox125', 'safari17.5'],
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 800,
    // All that is needed at first in one file: parts shared with later screens made fifty small ones, which pack worse.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'first', test: /\/src\/main\.tsx$/ }] } } },
  },
  worker: { format: 'es' },
});
