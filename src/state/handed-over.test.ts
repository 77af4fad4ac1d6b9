import { describe, expect, it, test } from 'vitest';
import { readFileBytes } from '#formats/read-file.ts';
import { addressShared, bookmarkletFor, pageHandedOver, queryOf, textShared } from './handed-over.ts';

const shared = (parts: Record<string, string>): URLSearchParams =>
  queryOf(`#/import?from=share&${new URLSearchParams(parts).toString()}`);

describe('a page that was handed over', () => {
  it('is a saved page with its address', async () => {
    const file = pageHandedOver({ spanmark: 'page', address: 'https://a.example/b?c=<d>#e', html: '<p>Hé</p>' });
    expect(file!.name).toBe('a.example.html');
    const bytes = new Uint8Array(await file!.arrayBuffer());
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(await file!.text()).toBe('<!-- saved from url=(0031)https://a.example/b?c=%3Cd%3E#e -->\n<p>Hé</p>');
  });

  it.each([
    ['a script for an address', { spanmark: 'page', address: 'javascript:alert(1)', html: '<p>' }],
    ['no address', { spanmark: 'page', html: '<p>' }],
  ])('with %s has none', async (_, message) => {
    expect(await pageHandedOver(message)!.text()).toBe('<p>');
  });

  it.each([
    ['a word', 'page'],
    ['nothing', null],
    ['a message of something else', { html: '<p>x</p>' }],
    ['a page that is no text', { spanmark: 'page', html: { length: 5 } }],
    ['an empty page', { spanmark: 'page', html: ' ' }],
  ])('is not %s', (_, message) => {
    expect(pageHandedOver(message)).toBeUndefined();
  });
});

describe('what another app shared', () => {
  it('is a text with its title and address', async () => {
    const file = textShared(
      shared({ title: 'A "good"\nday', text: 'The text.\n\nIt goes on.', url: 'https://a.example/1' }),
    );
    const reading = readFileBytes(file!.name, new Uint8Array(await file!.arrayBuffer()), 'text');
    expect(reading).toMatchObject({
      kind: 'article',
      article: { title: 'A "good" day', source: 'https://a.example/1', text: 'The text.\n\nIt goes on.' },
    });
  });

  it('is no text where it is an address alone', () => {
    const query = shared({ title: 'A good day', text: 'https://a.example/1' });
    expect(textShared(query)).toBeUndefined();
    expect(addressShared(query)).toBe('https://a.example/1');
  });

  it('is nothing at another address', () => {
    expect(textShared(queryOf('#/import'))).toBeUndefined();
  });
});

test('the bookmarklet opens the app wherever it lies, and answers to its origin alone', () => {
  const code = decodeURIComponent(bookmarkletFor('https://host.example/tools/spanmark/?x=1#/library').slice(11));
  expect(code).toContain('open("https://host.example/tools/spanmark/#/import?from=page"');
  expect(code).toContain('"https://host.example")');
  // oxlint-disable-next-line typescript/no-implied-eval -- only parsed, to see that it is a program.
  expect(() => new Function(code)).not.toThrow();
});
