import { describe, expect, test } from 'vitest';
import { textOfDom } from '#importers/text-of-dom.ts';
import { inertDocument } from '#importers/inert-document.ts';
import { articleOfPage } from './article-of-page.ts';
import { decodePage } from './decode-page.ts';
import { pageInMhtml } from './mhtml.ts';

describe('markup as plain text', () => {
  test.each([
    ['paragraphs', '<p>One  <b>two</b>\n three.</p><p>Four</p>', 'One two three.\n\nFour\n'],
    ['line breaks', 'One<br>two<br><br>three', 'One\ntwo\n\nthree\n'],
    ['a list', '<ul><li>One</li><li><p>Two</p></li></ul>', '• One\n• Two\n'],
    ['numbers', '<ol start=3><li>One</li><li>Two<ul><li>In</li></ul></li></ol>', '3. One\n4. Two\n• In\n'],
    ['a table', '<table><tr><th>A</th><th>B</th></tr><tr><td>1</td><td></td></tr></table>', 'A\tB\n1\n'],
    ['a heading and a quote', '<h2>One</h2><blockquote><p>Two</p></blockquote>', 'One\n\nTwo\n'],
    ['text as it was typed', '<pre>\n  One\n\n   two\n</pre>', '  One\n\n   two\n'],
    ['no-break spaces', '<p>40&nbsp;km</p>', '40\u00A0km\n'],
    ['nothing hidden', '<p hidden>No</p><script>no()</script><style>no{}</style><p>Yes<!-- no --></p>', 'Yes\n'],
    ['nothing', ' <p> </p><img alt="no">', ''],
  ])('%s', (_, markup, expected) => {
    expect(textOfDom(inertDocument(markup).body).text).toBe(expected);
  });

  test('tells where the pages of a book begin', () => {
    const markup =
      '<p>One <span epub:type="pagebreak" title="7"></span>two</p><span role="doc-pagebreak" aria-label="8"></span><p>Three</p>';
    expect(textOfDom(inertDocument(markup).body)).toEqual({
      text: 'One two\n\nThree\n',
      pages: [
        { from: 4, page: '7' },
        { from: 9, page: '8' },
      ],
    });
  });
});

describe('a page', () => {
  const long = 'The ferry sails again from Monday, three months after a storm tore a hole in her side. ';
  const page = (head: string, body = ''): string =>
    `<html lang="en"><head><title>Ferry is back again – The Post</title>${head}</head><body><nav>Menu</nav><article><p>${long.repeat(3)}</p><p>${long.repeat(3)}</p>${body}</article><footer>Imprint</footer></body></html>`;

  test('runs nothing and asks for nothing while it is read', () => {
    const { draft } = articleOfPage(
      page(
        '<script>document.title = "ran"; globalThis.ran = true</script>',
        '<img src="/no" onerror="globalThis.ran = true">',
      ),
      'a.html',
    );
    expect(draft.title).toBe('Ferry is back again');
    expect('ran' in globalThis).toBe(false);
  });

  test('gives its main text alone', () => {
    const { draft, note } = articleOfPage(page(''), 'a.html');
    expect(draft.text.startsWith(long.trim())).toBe(true);
    expect(draft.text).not.toMatch(/Menu|Imprint/);
    expect([note, draft.language, draft.source]).toEqual(['', 'en', 'a.html']);
  });

  test.each([
    [
      'meta tags',
      '<meta property="og:title" content="A"><meta name="author" content="Mo"><meta property="article:published_time" content="2026-03-14T07:30Z"><link rel="canonical" href="https://a.example/b">',
    ],
    [
      'JSON-LD',
      '<script type="application/ld+json">{"@graph":[{"@type":"WebSite"},{"@type":"NewsArticle","headline":"A","author":{"name":"Mo"},"datePublished":"2026-03-14","url":"https://a.example/b"}]}</script>',
    ],
  ])('says who wrote it, when and where in %s', (_, head) => {
    expect(articleOfPage(page(head), 'a.html').draft).toMatchObject({
      title: 'A',
      author: 'Mo',
      date: '2026-03-14',
      source: 'https://a.example/b',
    });
  });

  test('without a main text gives all its words and says so', () => {
    const { draft, note } = articleOfPage('<body><div>Short words</div></body>', 'a.html');
    expect(draft.text).toContain('Short words');
    expect(note === '' || note.includes('no main text')).toBe(true);
  });

  test('is read in the encoding that it names, and in UTF-8 where it is that', () => {
    const bytes = Uint8Array.from('<meta charset="windows-1251"><p>\xcc\xe0\xff\xea', (letter) => letter.charCodeAt(0));
    expect(decodePage(bytes)).toContain('Маяк');
    expect(decodePage(new TextEncoder().encode('<meta charset="utf-8"><p>é'))).toContain('é');
  });

  test('is found in the archive that a browser saved', () => {
    const file =
      'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="B"\r\n\r\n--B\r\nContent-Type: text/css\r\n\r\np{}\r\n--B\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\nContent-Location: https://a.example/b\r\n\r\n<p>caf=C3=A9=\r\n!</p>\r\n--B--\r\n';
    const found = pageInMhtml(new TextEncoder().encode(file));
    expect(found?.address).toBe('https://a.example/b');
    expect(decodePage(found!.bytes)).toBe('<p>café!</p>');
  });
});
