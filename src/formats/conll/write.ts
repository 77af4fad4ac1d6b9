import { type LabelSet } from '#core/labels/label-set.ts';
import { type Layer } from '#core/project/project.ts';
import { annotatorNames } from '#formats/exchange/annotator-names.ts';
import { annotatorStems } from '#formats/exchange/annotator-stems.ts';
import { type AnnotatedArticle, type CreateWriter } from '#formats/exchange/dataset.ts';
import { tagsOf } from '#formats/exchange/tags.ts';
import { taggedSpans, type TokenSpan } from '#formats/exchange/token-spans.ts';
import { type TokenizedText, tokenize } from '#formats/exchange/tokens.ts';
import { BESIDE, type LayerBeside, lineBeside, writeNote } from './beside.ts';
import { fitForColumn } from './words.ts';

/**
 * A file for each annotator (and split) in the columns of 2003, word, two unused and tag, or the two of 2002, and one beside
 * them with the texts. Layers that were not started are left out, since their tags would say that there is nothing to find.
 */
export const createConllWriter: CreateWriter = (about, { scheme, overlaps, variant }, losses) => {
  const { labelSet } = about.project;
  const names = writtenLabels(labelSet);
  const nameOf = annotatorNames(about);
  const stemOf = annotatorStems(about);
  const unused = variant === 'conll-2002' ? '' : ' -X- -X-';

  const documentOf = ({ article }: AnnotatedArticle, layer: Layer, text: TokenizedText): Written => {
    const spans = taggedSpans({ article, layer, text, labelSet }, overlaps, losses);
    const words = text.tokens.map(({ from, to }) => {
      const form = article.text.slice(from, to);
      const fit = fitForColumn(form);
      if (fit !== form) losses.add({ reason: 'control-character-replaced', articleId: article.id, detail: fit });
      return fit;
    });
    const tagged = spans.map(({ span, first, last }) => {
      return { label: names.get(span.label) ?? fitForColumn(span.label), from: first, to: last + 1 };
    });
    const labels = new Map<string, string>();
    for (const [index, { span }] of spans.entries()) {
      const { label } = tagged[index]!;
      if (label === span.label || labels.has(label)) continue;
      labels.set(label, span.label);
      losses.add({ reason: 'label-renamed', articleId: article.id, detail: `${span.label} → ${label}` });
    }
    const note = writeNote(article.id, layer.annotatorId);
    const tags = tagsOf(words.length, text.sentences, tagged, scheme);
    const sentences = text.sentences.map(({ from, to }) => {
      const rows = words.slice(from, to).map((word, index) => `${word}${unused} ${tags[from + index]}\n`);
      return `${rows.join('')}\n`;
    });
    return {
      content: `-DOCSTART-${unused === '' ? '' : ' -X-'} ${note} O\n\n${sentences.join('')}`,
      beside: {
        annotator: layer.annotatorId,
        name: nameOf(layer.annotatorId),
        labels,
        goesOn: sentencesWithin(text, spans),
      },
    };
  };

  return {
    begin: () => [],
    *article(annotated) {
      const { article, layers, split } = annotated;
      const text = tokenize(article.text, article.language);
      const beside: LayerBeside[] = [];
      for (const layer of layers) {
        if (layer.status === 'not-started') continue;
        const stem = `${split === undefined ? '' : `${split}-`}${stemOf(layer.annotatorId)}`;
        const path = `${stem}.${scheme.toLowerCase()}.conll`;
        const written = documentOf(annotated, layer, text);
        beside.push(written.beside);
        yield { path, content: written.content };
      }
      yield { path: BESIDE, content: lineBeside(annotated, beside) };
    },
    end: () => [],
  };
};

/** A layer as lines with columns, and what they do not tell. */
interface Written {
  readonly content: string;
  readonly beside: LayerBeside;
}

function sentencesWithin({ sentences }: TokenizedText, spans: readonly TokenSpan[]): ReadonlySet<number> {
  const within = new Set<number>();
  let next = 0;
  for (const { first, last } of spans) {
    while (next < sentences.length && sentences[next]!.from <= first) next += 1;
    for (let index = next; index < sentences.length && sentences[index]!.from <= last; index += 1) {
      within.add(sentences[index]!.from);
    }
  }
  return within;
}

/** Each label as it stands in the tags; two that would be the same get a number. */
function writtenLabels({ labels }: LabelSet): ReadonlyMap<string, string> {
  const taken = new Set(labels.map(({ id }) => id as string).filter((id) => fitForColumn(id) === id));
  const written = new Map<string, string>();
  for (const { id } of labels) {
    const fit = fitForColumn(id);
    let name = fit;
    for (let number = 2; name !== id && taken.has(name); number += 1) name = `${fit}_${number}`;
    taken.add(name);
    written.set(id, name);
  }
  return written;
}
