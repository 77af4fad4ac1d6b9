import { type AnnotatorId, type Article } from '#core/project/project.ts';
import { quoteOf } from '#core/spans/quote-of.ts';
import { type Span } from '#core/spans/span.ts';
import { type AnnotatedArticle, type CreateWriter, type FilePart } from '#formats/exchange/dataset.ts';
import { iriOf } from '#formats/exchange/iri.ts';
import { type LossLog } from '#formats/exchange/losses.ts';
import { claimantsIn } from './claimants.ts';
import { type ClaimWords, claimWords } from './claim-words.ts';

const PATH = 'claims.jsonld';

/**
 * One file with a schema.org ClaimReview for each span of a claim: its words, who makes it, the article in which it appeared.
 * What only the fact checker knows is left out and not made up: the review's url, author, date and rating. Spans of other
 * labels are reported as dropped, also those that give a claimant's name.
 */
export const createClaimReviewWriter: CreateWriter = ({ project: { labelSet } }, _options, losses) => {
  const words = claimWords(labelSet);
  let count = 0;
  return {
    begin: () => [{ path: PATH, content: '{\n"@context": "https://schema.org",\n"@graph": [' }],
    *article(annotated): Iterable<FilePart> {
      const { article, layers } = annotated;
      reportLosses(annotated, words, losses);
      for (const layer of layers) {
        const claimantsOf = claimantsIn(layer, article.text, labelSet, words);
        for (const span of layer.spans) {
          if (!words.labels.has(span.label)) continue;
          const review = reviewOf(article, layer.annotatorId, span, claimantsOf(span));
          yield { path: PATH, content: `${count === 0 ? '' : ','}\n${JSON.stringify(review, undefined, 2)}` };
          count += 1;
        }
      }
    },
    end: () => [{ path: PATH, content: '\n]\n}\n' }],
  };
};

function reviewOf(article: Article, annotatorId: AnnotatorId, span: Span, author: readonly object[]): object {
  const claim = quoteOf(article.text, span);
  return {
    '@type': 'ClaimReview',
    claimReviewed: claim,
    itemReviewed: {
      '@type': 'Claim',
      '@id': iriOf('span', article.id, annotatorId, span.id),
      text: claim,
      ...(author.length === 0 ? {} : { author: author.length === 1 ? author[0] : author }),
      appearance: appearanceIn(article),
    },
  };
}

/** A source that is no address is the credit line. */
function appearanceIn({ id, title, author, source, date, language }: Article): object {
  const told = {
    headline: title,
    author: author === '' ? '' : { '@type': 'Person', name: author },
    [/^https?:\/\/\S+$/i.test(source) ? 'url' : 'creditText']: source,
    datePublished: date,
    inLanguage: language === 'und' ? '' : language,
  };
  return {
    '@type': 'Article',
    '@id': iriOf('article', id),
    ...Object.fromEntries(Object.entries(told).filter(([, value]) => value !== '')),
  };
}

function reportLosses({ article, layers }: AnnotatedArticle, words: ClaimWords, losses: LossLog): void {
  for (const { annotatorId, spans, links } of layers) {
    const at = { articleId: article.id, annotatorId };
    const claims = new Set(spans.filter(({ label }) => words.labels.has(label)).map(({ id }) => id));
    for (const span of spans) {
      const about = { ...at, spanId: span.id, detail: quoteOf(article.text, span) };
      if (!claims.has(span.id)) {
        losses.add({ reason: 'label-dropped', ...about });
        continue;
      }
      if (span.ranges.length > 1) losses.add({ reason: 'discontinuous-joined', ...about });
      for (const { id } of span.attributes) {
        if (!words.isClaimant(span, id)) losses.add({ reason: 'attribute-dropped', ...about, attribute: id });
      }
    }
    for (const { id, type, from } of links) {
      if (claims.has(from) && words.claimantLinks.has(type)) continue;
      losses.add({ reason: 'link-dropped', ...at, linkId: id, detail: type });
    }
  }
}
