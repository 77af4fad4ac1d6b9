import { type Article, type Layer } from '#core/project/project.ts';
import { annotatorNames } from '#formats/exchange/annotator-names.ts';
import { type CreateWriter, type FilePart, type WriteOptions } from '#formats/exchange/dataset.ts';
import { jsonLine } from '#formats/exchange/json-lines.ts';
import { TAG_PREFIXES, tagsOf } from '#formats/exchange/tags.ts';
import { taggedSpans } from '#formats/exchange/token-spans.ts';
import { tokenize, type TokenizedText } from '#formats/exchange/tokens.ts';
import { type Column, text, whole } from '#formats/hugging-face/columns.ts';
import { datasetCard } from '#formats/hugging-face/dataset-card.ts';

/**
 * A row for each annotator and article, or sentence of it, with the tokens and the number of each one’s tag; the card tells
 * the tags. Layers that were not started are left out, since their tags would say that there is nothing to find, and so are
 * articles without a token.
 */
export const createTokensWriter: CreateWriter = (about, options, losses) => {
  const { labelSet } = about.project;
  const nameOf = annotatorNames(about);
  const tagNames = tagNamesOf(
    labelSet.labels.map(({ id }) => id),
    options.scheme,
  );
  const numberOf = new Map(tagNames.map((name, index) => [name, index]));
  const paths = new Set<string>();

  function* rowsOf(article: Article, layer: Layer, tokenized: TokenizedText): Generator<object> {
    const { tokens, sentences } = tokenized;
    const spans = taggedSpans({ article, layer, text: tokenized, labelSet }, options.overlaps, losses);
    const ranges = spans.map(({ span, first, last }) => ({ label: span.label, from: first, to: last + 1 }));
    const tags = tagsOf(tokens.length, sentences, ranges, options.scheme);
    for (const [index, { from, to }] of sentences.entries()) {
      const part = tokens.slice(from, to);
      yield {
        id: [article.id, layer.annotatorId, index].join(' '),
        article: article.id,
        annotator: layer.annotatorId,
        annotator_name: nameOf(layer.annotatorId),
        sentence: index,
        tokens: part.map((token) => article.text.slice(token.from, token.to)),
        spaces: part.map(({ isBeforeSpace }) => isBeforeSpace),
        ner_tags: tags.slice(from, to).map((tag) => numberOf.get(tag) ?? 0),
      };
    }
  }

  return {
    begin: () => [],
    *article({ article, layers, split }) {
      const tokenized = tokenize(article.text, article.language);
      const rows = options.rows === 'sentence' ? tokenized : inOnePiece(tokenized);
      const path = `data/${split ?? 'train'}.jsonl`;
      for (const layer of layers) {
        if (layer.status === 'not-started' || tokenized.tokens.length === 0) continue;
        paths.add(path);
        yield { path, content: [...rowsOf(article, layer, rows)].map(jsonLine).join('') };
      }
    },
    *end(): Iterable<FilePart> {
      const rows = `One row per ${options.rows} and annotator. \`ner_tags\` are numbers of the tags above, by the scheme ${options.scheme}; \`spaces\` tells which tokens a space follows.`;
      yield { path: 'README.md', content: datasetCard(about, [...paths].toSorted(), columnsOf(tagNames), rows) };
    },
  };
};

function inOnePiece({ tokens }: TokenizedText): TokenizedText {
  return { tokens, sentences: tokens.length === 0 ? [] : [{ from: 0, to: tokens.length }] };
}

/** O first, so that it is 0 everywhere. */
function tagNamesOf(labels: readonly string[], scheme: WriteOptions['scheme']): readonly string[] {
  return ['O', ...labels.flatMap((label) => TAG_PREFIXES[scheme].map((prefix) => `${prefix}-${label}`))];
}

function columnsOf(classes: readonly string[]): readonly Column[] {
  return [
    ...['id', 'article', 'annotator', 'annotator_name'].map(text),
    whole('sentence'),
    { name: 'tokens', kind: 'texts' },
    { name: 'spaces', kind: 'truths' },
    { name: 'ner_tags', kind: 'classes', classes },
  ];
}
