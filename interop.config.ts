import { defineConfig } from 'vitest/config';

/** Tests with programs that npm does not bring: they are no part of `npm test`. */
export default defineConfig({
  test: { include: ['interop/**/*.test.ts'], testTimeout: 120_000, hookTimeout: 120_000 },
});
