import { expect, test } from 'vitest';
import { checksum } from './archive-directory.ts';

test('the checksum is CRC-32, whole or in pieces', () => {
  const bytes = new TextEncoder().encode('123456789');
  // The value that its definition gives for these nine characters.
  expect(checksum(0, bytes)).toBe(0xcb_f4_39_26);
  expect(checksum(checksum(0, bytes.subarray(0, 4)), bytes.subarray(4))).toBe(0xcb_f4_39_26);
});
