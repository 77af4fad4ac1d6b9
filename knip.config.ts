import { type KnipConfig } from 'knip';

/** Finds files, exports and packages that nothing uses. */
export default {
  entry: [
    'src/**/*.worker.ts',
    'src/cli/main.ts',
    'e2e/**/*.{e2e,shot}.ts',
    '*.config.ts',
    'bench/spanmark/*.{ts,tsx}',
  ],
  project: ['src/**/*.{ts,tsx}', 'e2e/**/*.ts', '*.config.ts'],
  // A type that is part of what a file exports is named by its neighbours through that export.
  ignoreExportsUsedInFile: { interface: true, type: true },
} satisfies KnipConfig;
