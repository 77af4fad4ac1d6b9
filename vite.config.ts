import react from '@vitejs/plugin-react';
import optimizeLocales from '@react-aria/optimize-locales-plugin';
import { defineConfig, type Plugin } from 'vite';
import { catalogues } from './catalogues.config.ts';
import { licences } from './licences.config.ts';
import { offline } from './offline.config.ts';
import { preloadFirst } from './preload.config.ts';
import { contentSecurityPolicy } from './policy.config.ts';
import { seeds } from './seeds.config.ts';
import { assetFileName, chunkFileName, sharedWorkers } from './workers.config.ts';

/** The browsers that the built app is for. */
const TARGET = ['chrome123', 'firefox125', 'safari17.5'];

const workers = sharedWorkers();

export default defineConfig({
  base: './',
  // Pages of the bench and of tests are no entries: the bench has a React of its own, and the app must not be given that one.
  optimizeDeps: { entries: ['index.html'] },
  plugins: [
    workers.plugin,
    catalogues(),
    react(),
    { ...optimizeLocales.vite({ locales: ['en-US', 'de-DE', 'ar-AE'] }), enforce: 'pre' },
    seeds(),
    licences(),
    contentSecurityPolicy(),
    preloadFirst('first'),
    offline(),
    plainPreview(),
  ],
  build: {
    target: TARGET,
    cssTarget: TARGET,
    modulePreload: {
      polyfill: false,
      // Only styles: what workers load, too, must not look for a page, and naming all files costs more than asking for them.
      resolveDependencies: (_, files, { hostType }) =>
        hostType === 'html' ? files : files.filter((file) => file.endsWith('.css')),
    },
    chunkSizeWarningLimit: 800,
    // All that is needed at first in two files, of which workers load the second: parts shared with later screens made fifty
    // small ones, which pack worse. What sets the language stays apart, for it runs before everything that has texts.
    rolldownOptions: {
      output: {
        chunkFileNames: chunkFileName('assets'),
        assetFileNames: assetFileName('assets'),
        codeSplitting: {
          groups: [
            {
              name: 'language',
              test: /\/src\/(language\/[^/]+\.ts|platform\/chosen-language\.ts)$|vite\/preload-helper/,
              priority: 2,
            },
            { name: 'shared', test: workers.isShared, priority: 1 },
            { name: 'first', test: /\/src\/start\.tsx$/ },
          ],
        },
      },
    },
  },
  worker: { format: 'es' },
});

/** Sends the built files as they are: on one machine packing them at each request takes longer than sending them. */
function plainPreview(): Plugin {
  return {
    name: 'spanmark-plain-preview',
    configurePreviewServer: ({ middlewares }) => {
      middlewares.use((request, _response, next) => {
        delete request.headers['accept-encoding'];
        next();
      });
    },
  };
}
