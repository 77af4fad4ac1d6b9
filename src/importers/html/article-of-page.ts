import { t } from '#language/t.ts';
import { Readability } from '@mozilla/readability';
import { inertDocument } from '#importers/inert-document.ts';
import { type DraftArticle } from '#importers/importer.ts';
import { textOfDom } from '#importers/text-of-dom.ts';
import { bylinesIn, pageAbout } from './page-about.ts';

/** An article out of a page, and a sentence where its text is a guess. */
export interface ArticleOfPage {
  readonly draft: DraftArticle;
  readonly note: string;
}

/** Less than this share of all words of the page is not taken for its article. */
const LEAST_SHARE = 0.05;
/** More elements are not weighed one against another; then all of the page is taken. */
const MOST_ELEMENTS = 200_000;

const WHOLE = t`no main text was found in the page, so all of its words are here: take out what does not belong to the article`;

/**
 * The article in the markup of a page: its main text, without menus, notices and advertisements, and what the page says of
 * it. Where no main text is found it is all the words of the page, with a note. `source` is what is known from outside.
 */
export function articleOfPage(markup: string, source: string): ArticleOfPage {
  const document = inertDocument(markup);
  const about = pageAbout(document);
  const whole = textOfDom(document.body).text;
  const main = mainText(document);
  const isFound = main.length > 0 && main.length >= LEAST_SHARE * whole.length;
  return {
    draft: { ...about, source: about.source || source, text: isFound ? main : whole, pages: [] },
    note: isFound || whole === '' ? '' : WHOLE,
  };
}

/** The words of markup that somebody copied out of a page or another program. */
export function textOfMarkup(markup: string): string {
  return textOfDom(inertDocument(markup).body).text;
}

/** Changes the document. */
function mainText(document: Document): string {
  // Its markup would be parsed again, which the policy of the page refuses, and only for the sake of pictures.
  for (const element of document.querySelectorAll('noscript, template')) element.remove();
  // Who wrote it is known by now, and no part of the text.
  for (const line of bylinesIn(document)) line.remove();
  const marked = document.querySelectorAll('[itemprop="articleBody"]');
  if (marked.length === 1) return textOfDom(marked[0]!).text;
  try {
    // No second try with other settings, which would parse markup as well: no text is too short.
    const reader = new Readability<Node>(document, {
      charThreshold: -1,
      maxElemsToParse: MOST_ELEMENTS,
      serializer: (node) => node,
    });
    const content = reader.parse()?.content;
    return content ? textOfDom(content).text : '';
  } catch {
    return '';
  }
}
