import { expect, test } from 'vitest';
import { bundleFileName, fileNameOf, partFileName } from './bundle-file-name.ts';

test.each([
  ['My project', 'my-project.spanmark.json'],
  ['Élection: a/b\\c?', 'élection-a-b-c.spanmark.json'],
  ['../../etc/passwd', 'etc-passwd.spanmark.json'],
  ['  ', 'spanmark.spanmark.json'],
  ['?!', 'spanmark.spanmark.json'],
  ['أخبار اليوم', 'أخبار-اليوم.spanmark.json'],
  ['x'.repeat(70), `${'x'.repeat(60)}.spanmark.json`],
  [`${'x'.repeat(59)} yz`, `${'x'.repeat(59)}.spanmark.json`],
  [`${'x'.repeat(59)}𠮷野家`, `${'x'.repeat(59)}𠮷.spanmark.json`],
  ['lone \ud83d surrogate', 'lone-surrogate.spanmark.json'],
])('%j is saved as %s', (title, expected) => {
  expect(bundleFileName(title)).toBe(expected);
});

test('another ending can be asked for', () => {
  expect(fileNameOf('My project', 'statistics.csv')).toBe('my-project.statistics.csv');
});

test('files of one project that is too large for one are told apart', () => {
  expect(partFileName('My project', 0, 1)).toBe('my-project.spanmark.json');
  expect(partFileName('x'.repeat(70), 1, 3)).toBe(`${'x'.repeat(60)}.2-of-3.spanmark.json`);
});
