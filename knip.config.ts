import { type KnipConfig } from 'knip';

/** Finds files, exports and packages that nothing uses. */
export default {
  entry: [
    'src/**/*.worker.ts',
    'src/cli/{main,agreement}.ts',
    'e2e/torture/main.ts',
    'e2e/**/*.{e2e,shot,report}.ts',
    'interop/**/*.test.ts',
    '*.config.ts',
    'bench/spanmark/*.{ts,tsx}',
  ],
  project: ['src/**/*.{ts,tsx}', 'e2e/**/*.ts', 'interop/**/*.ts', '*.config.ts'],
  // Installed by hand for the checks with other people's programs.
  ignoreBinaries: ['java', 'javac', 'jing'],
  // A type that is part of what a file exports is named by its neighbours through that export.
  ignoreExportsUsedInFile: { interface: true, type: true },
} satisfies KnipConfig;
