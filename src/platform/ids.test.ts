import { expect, test } from 'vitest';
import { newId } from './ids.ts';

test('ids differ and can stand in addresses and file names', () => {
  const ids = Array.from({ length: 1000 }, newId);
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expect(id).toMatch(/^[A-Za-z0-9_-]{16}$/);
});
