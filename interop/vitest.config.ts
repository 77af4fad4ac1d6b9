import { defineConfig } from 'vitest/config';

/** Tests with other people's programs that are not npm packages. */
export default defineConfig({
  test: {
    name: 'interop',
    root: import.meta.dirname,
    include: ['**/*.test.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
