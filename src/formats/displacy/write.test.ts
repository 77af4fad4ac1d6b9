import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exchangedBundleArbitrary } from '#formats/exchange/round-trip.arbitrary.ts';
import { exampleBundle } from '#formats/exchange/example.arbitrary.ts';
import { spanReasons, writeBundle } from '#formats/exchange/written.arbitrary.ts';
import { DISPLACY } from './about.ts';
import { FORBIDDEN } from './html.ts';

async function pageOf(bundle = exampleBundle()) {
  const { files, losses } = await writeBundle(DISPLACY, bundle);
  return { page: files.get('displacy.html')!, losses };
}

/** The words of the first paragraph, marks written as brackets. */
function paragraphsIn(page: string): readonly string[] {
  return [...page.matchAll(/<p dir="auto"[^>]*>([^]*?)<\/p>/g)].map(([, inner]) =>
    inner!
      .replaceAll(/<mark[^>]*--level:(\d+)[^>]*>/g, '[$1')
      .replaceAll('</mark>', ']')
      .replaceAll(/<b class="label">(.*?)<\/b>/g, '{$1}'),
  );
}

describe('createDisplacyWriter', () => {
  test('spans begin with their label, and the page says which labels there are', async () => {
    const { page, losses } = await pageOf();
    expect(paragraphsIn(page)).toEqual([
      '[0{QUOTE}“Hi 🎉”] said [0{ENTITY}Ann Lee] of [0{ENTITY}Rome].',
      '[0{CLAIM}Taxes rose 4%].',
    ]);
    expect(page).toContain('<h3>Ann One</h3>');
    expect(page).toContain('<li class="label c1">CLAIM</li>');
    expect(spanReasons(losses)).toEqual([]);
  });

  test('spans that overlap are marks in each other, and one over two paragraphs goes on', async () => {
    const { page } = await pageOf(
      exampleBundle([
        ['s1', 'QUOTE', 'Lee of Rome.\nTaxes'],
        ['s2', 'ENTITY', 'Ann Lee'],
      ]),
    );
    expect(paragraphsIn(page)).toEqual([
      '“Hi 🎉” said [1{ENTITY}Ann ][0{QUOTE}[1Lee]][0 of Rome.]',
      '[0Taxes] rose 4%.',
    ]);
    expect(page).toContain('style="--levels:2"');
  });

  test('an interrupted span has its label once', async () => {
    const { page } = await pageOf(exampleBundle([['s1', 'QUOTE', '“Hi', '”']]));
    expect(paragraphsIn(page)[0]).toBe('[0{QUOTE}“Hi] 🎉[0{…}”] said Ann Lee of Rome.');
  });

  test('words that look like HTML are words', async () => {
    const bundle = exampleBundle([['s1', 'ENTITY', '<img']], `<img src=x onerror=alert(1)> & "\u0000'`);
    const project = { ...bundle.project, name: '</title><script>' };
    const { page, losses } = await pageOf({ ...bundle, project });
    expect(page).not.toMatch(/<img|<script/);
    expect(page).toContain('&#60;img</mark> src=x onerror=alert(1)&#62; &#38; &#34; &#39;</p>');
    expect(losses).toContainEqual(expect.objectContaining({ reason: 'control-character-replaced', detail: 'U+0000' }));
  });

  test('the page’s text is the article’s, whatever is in it', async () => {
    await fc.assert(
      fc.asyncProperty(exchangedBundleArbitrary(), async (bundle) => {
        const { page } = await pageOf(bundle);
        expect(page.replaceAll(FORBIDDEN, '')).toBe(page);
        const shown = page
          .replaceAll(/<b class="label">[^<]*<\/b>/g, '')
          .match(/<div class="entities"[^>]*>[^]*?<\/div>/g)
          ?.map((each) => decoded(each.replaceAll(/<[^>]*>/g, '')));
        const texts = bundle.layers.flatMap(({ articleId, status }) => {
          const { text } = bundle.articles.find(({ id }) => id === articleId)!;
          return status === 'not-started' ? [] : [text.replaceAll(FORBIDDEN, ' ')];
        });
        expect((shown ?? []).map(withoutSpace).toSorted()).toEqual(texts.map(withoutSpace).toSorted());
      }),
      { seed: 20240617, numRuns: 150 },
    );
  });

  test('a layer with nothing marked says so', async () => {
    expect((await pageOf(exampleBundle([]))).page).toContain('Nothing is marked.');
  });
});

function decoded(html: string): string {
  return html.replaceAll(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)));
}

function withoutSpace(words: string): string {
  return words.replaceAll(/\s+/g, '');
}
