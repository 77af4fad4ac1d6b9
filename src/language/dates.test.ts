import { expect, test } from 'vitest';
import { shortTimeInWords, timeInWords } from './dates.ts';

test('a time that is none is shown as it is written', () => {
  expect(timeInWords('2025-13-45T99:99:99Z')).toBe('2025-13-45T99:99:99Z');
  expect(shortTimeInWords('')).toBe('');
  expect(timeInWords('2024-06-17T09:30:00Z')).toContain('2024');
});
