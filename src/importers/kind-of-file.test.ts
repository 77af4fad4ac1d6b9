import { describe, expect, test } from 'vitest';
import { readFileSync } from 'node:fs';
import { END_BYTES, kindOfFile, START_BYTES } from './kind-of-file.ts';

const made = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(new URL(`../../e2e/files/${name}`, import.meta.url)));
const words = (text: string): Uint8Array => new TextEncoder().encode(text);
const OFFICE = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
const wide = (text: string): Uint8Array =>
  Uint8Array.from(Array.from(text).flatMap((letter) => [letter.charCodeAt(0), 0]));

describe('a file is known by its content, whatever it is called:', () => {
  test.each([
    ['a document', made('lighthouse.docx'), 'docx'],
    ['an e-book', made('lighthouse-book.epub'), 'epub'],
    ['a saved page', made('ferry.html'), 'html'],
    ['an archived page', made('ferry.mhtml'), 'mhtml'],
    ['a page behind a comment', words('\n<!-- saved from url=(0011)http://a.b/ -->\n<html lang=en>'), 'html'],
    ['a text', words('The <b>minister</b> said'), 'other'],
    ['XML', words('<?xml version="1.0"?><TEI/>'), 'other'],
    ['nothing', words(''), 'other'],
    ['an archive', made('lighthouse.docx').slice(0, 30), 'other'],
  ])('%s', (_, bytes, kind) => {
    expect(kindOf(bytes, 'file.bin')).toEqual({ kind });
  });

  test('a page not where it is called data, a piece of one only where it is called a page', () => {
    expect(kindOf(words('<p>One</p>'), 'a.html')).toEqual({ kind: 'html' });
    expect(kindOf(words('<p>One</p>'), 'a.txt')).toEqual({ kind: 'other' });
    expect(kindOf(words('<!doctype html><p>One</p>'), 'a.json')).toEqual({ kind: 'other' });
  });

  test.each([
    ['a document with a password', Uint8Array.from([...OFFICE, ...wide('EncryptedPackage')]), /password/],
    ['an old document', OFFICE, /old word processor.*save it as \.docx/],
    ['RTF', words('{\\rtf1 One}'), /RTF/],
    ['a PNG', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a), /picture.*OCR/],
    ['a JPEG', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0), /picture/],
  ])('%s is refused with a way out', (_, bytes, expected) => {
    expect(kindOf(bytes, 'a.docx')).toMatchObject({
      kind: 'refused',
      message: expect.stringMatching(expected) as string,
    });
  });
});

function kindOf(bytes: Uint8Array, name: string) {
  return kindOfFile(bytes.subarray(0, START_BYTES), bytes.subarray(Math.max(0, bytes.length - END_BYTES)), name);
}
