import { describe, expect, test } from 'vitest';
import { addressOf } from './link-address.ts';
import { parseMarkdown } from './parse-markdown.ts';

describe('where a link may lead', () => {
  test.each([
    ['https://example.org/a?b#c', 'https://example.org/a?b#c'],
    ['HTTP://example.org', 'http://example.org/'],
    ['mailto:ada@example.org', 'mailto:ada@example.org'],
    ['#/annotate/a', '#/annotate/a'],
  ])('%s is followed', (written, address) => {
    expect(addressOf(written)).toBe(address);
  });

  test.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    '\u0001javascript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
    'file:///etc/passwd',
    'blob:https://example.org/x',
    '//example.org',
    '/settings',
    'page.html',
    '#main',
    '',
  ])('%j is not', (written) => {
    expect(addressOf(written)).toBeUndefined();
  });
});

describe('a text that would take long', () => {
  test.each([
    ['very many block quotes', '>'.repeat(10_000)],
    ['very many block quotes with spaces', '> '.repeat(10_000)],
    ['very many lists', '- '.repeat(10_000)],
    ['numbered lists', '1. '.repeat(200)],
    ['indented further and further', Array.from({ length: 220 }, (_, depth) => `${' '.repeat(depth)}- x`).join('\n')],
    ['very long', 'word '.repeat(20_000)],
  ])('is not parsed: %s', (_, text) => {
    expect(parseMarkdown(text)).toBeUndefined();
  });

  test.each([
    ['emphasis', '*a **a '.repeat(3000) + ' a** a*'.repeat(3000)],
    ['brackets', '['.repeat(20_000) + ']'.repeat(20_000)],
    ['links', '[a]'.repeat(12_000)],
    ['starts of links', '[a]('.repeat(10_000)],
    ['pictures', '!['.repeat(20_000)],
  ])('is parsed without what would take long: %s', (_, text) => {
    expect(parseMarkdown(text)).toMatchObject([{ type: 'paragraph', children: [{ type: 'text' }] }]);
  });

  test('of guidelines as people write them is parsed whole', () => {
    const text = 'Mark *names* and **places**, see [this](https://example.org).\n\n'.repeat(400);
    const [first] = parseMarkdown(text)!;
    expect(first).toMatchObject({
      children: [{}, { type: 'emphasis' }, {}, { type: 'strong' }, {}, { type: 'link' }, {}],
    });
  });
});
