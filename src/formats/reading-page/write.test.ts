import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { TONES } from '#core/labels/label-set.ts';
import { type Bundle } from '#core/bundle/bundle.ts';
import { FORBIDDEN } from '#formats/displacy/html.ts';
import { exampleBundle, workedBundle } from '#formats/exchange/example.arbitrary.ts';
import { exchangedBundleArbitrary } from '#formats/exchange/round-trip.arbitrary.ts';
import { writeBundle } from '#formats/exchange/written.arbitrary.ts';
import { READING_PAGE } from './about.ts';
import { TONE_COLOURS } from './page-style.ts';

async function pagesOf(bundle: Bundle): Promise<readonly string[]> {
  const { files } = await writeBundle(READING_PAGE, bundle);
  return [...files].filter(([path]) => path.endsWith('.html')).map(([, page]) => page);
}

async function pageOf(...args: Parameters<typeof exampleBundle>): Promise<string> {
  return (await pagesOf(exampleBundle(...args)))[0]!;
}

/** The drawn text of the first paragraph, each piece of a span as `{number words}`, the numbers behind spans as `^number`. */
function paragraphIn(page: string): string {
  const [, inner] = /<p dir="auto">([^]*?)<\/p>/.exec(page)!;
  return decoded(
    inner!
      .replaceAll(/<a class="note"[^>]*>(\d+)<\/a>/g, '^$1')
      .replaceAll(/<span[^>]*data-span="(\d+)"[^>]*>/g, '{$1 ')
      .replaceAll('</span>', '}')
      .replaceAll(/<[^>]*>/g, ''),
  );
}

describe('the page', () => {
  test('draws quotes below claims below entities, and numbers each span behind its last word', async () => {
    const page = await pageOf([
      ['s1', 'QUOTE', '“Hi 🎉” said Ann Lee'],
      ['s2', 'ENTITY', 'Ann Lee of'],
    ]);
    expect(paragraphIn(page)).toBe('{1 “Hi 🎉” said }{1 {2 Ann Lee^1}}{2  of^2} Rome.');
  });

  test('has every anchor once, and each link leads to one that is there', async () => {
    for (const page of await pagesOf(workedBundle())) {
      const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id!);
      expect(new Set(ids).size).toBe(ids.length);
      const targets = [...page.matchAll(/ href="#([^"]+)"/g)].map(([, id]) => id!);
      expect(targets.length).toBeGreaterThan(4);
      expect(targets.filter((id) => !ids.includes(id))).toEqual([]);
    }
  });

  test('tells values, links and notes in words', async () => {
    const [page] = await pagesOf(workedBundle());
    const text = decoded(page!.replaceAll(/<[^>]*>/g, ''));
    for (const { layers, project } of [workedBundle()]) {
      for (const { note } of layers.flatMap(({ spans }) => spans)) expect(text).toContain(note);
      const types = new Set(layers.flatMap(({ links }) => links.map(({ type }) => type)));
      for (const { id, name } of project.labelSet.linkTypes) if (types.has(id)) expect(text).toContain(`${name}: `);
    }
  });

  test('allows itself its own style and nothing else', async () => {
    const page = await pageOf();
    const [, style] = /<style>([^]*?)<\/style>/.exec(page)!;
    const hash = createHash('sha256').update(style!).digest('base64');
    expect(page).toContain(
      `content="default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'"`,
    );
    expect(page).not.toMatch(/<script|<link|<img|<base|<form|src=|style="|url\(|@import/i);
  });

  test('shows words that look like HTML as words', async () => {
    const bundle = exampleBundle([['s1', 'ENTITY', '<img']], `<img src=x onerror=alert(1)> & "'`);
    const hostile = '</title><script>alert(1)</script>';
    const [page] = await pagesOf({
      ...bundle,
      articles: bundle.articles.map((article) => ({ ...article, title: hostile, source: hostile, language: '"><b>' })),
      annotators: bundle.annotators.map((annotator) => ({ ...annotator, name: hostile })),
      layers: bundle.layers.map((layer) => ({
        ...layer,
        spans: layer.spans.map((span) => ({ ...span, note: hostile })),
      })),
    });
    expect(page).not.toMatch(/<img|<script|<b>"/);
    expect(decoded(paragraphIn(page!))).toBe(`{1 <img^1} src=x onerror=alert(1)> & "'`);
  });

  test('has the text and the words of every span, whatever is in them', async () => {
    await fc.assert(
      fc.asyncProperty(exchangedBundleArbitrary(), async (bundle) => {
        const pages = await pagesOf(bundle);
        expect(pages).toHaveLength(bundle.articles.length);
        const drawn = pages
          .flatMap((page) => page.match(/<article class="text"[^>]*>[^]*?<\/article>/g) ?? [])
          .map(readable);
        const texts = bundle.layers.flatMap(({ articleId, status }) => {
          const { text } = bundle.articles.find(({ id }) => id === articleId)!;
          return status === 'not-started' ? [] : [shownText(text)];
        });
        expect(drawn.toSorted()).toEqual(texts.toSorted());
        expect(pages.join('').replaceAll(FORBIDDEN, '')).toBe(pages.join(''));
      }),
      { seed: 20240617, numRuns: 100 },
    );
  });
});

test('labels have the colours that they have in the app', () => {
  const css = readFileSync(join(import.meta.dirname, '../../ui/tokens.css'), 'utf8');
  for (const tone of TONES) {
    const [block] = new RegExp(`\\[data-tone='${tone}'\\] \\{[^}]*`).exec(css)!;
    const values = [...block.matchAll(/light-dark\((#\w{6}), (#\w{6})\)/g)];
    expect(TONE_COLOURS[tone]).toEqual([values.map(([, light]) => light), values.map(([, , dark]) => dark)]);
  }
});

function shownText(text: string): string {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .join('\n')
    .replaceAll(FORBIDDEN, ' ');
}

function readable(html: string): string {
  const paragraphs = [...html.matchAll(/<p dir="auto">([^]*?)<\/p>/g)];
  return paragraphs
    .map(([, inner]) => decoded(inner!.replaceAll(/<bdi><a class="note"[^]*?<\/bdi>/g, '').replaceAll(/<[^>]*>/g, '')))
    .join('\n');
}

function decoded(html: string): string {
  return html.replaceAll(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)));
}
