import { type LabelSet } from '#core/labels/label-set.ts';
import { type Article, type Layer } from '#core/project/project.ts';
import { codePointOffsets } from '#core/text/offsets.ts';
import { authorField } from '#formats/exchange/author-field.ts';
import { annotatorNames } from '#formats/exchange/annotator-names.ts';
import { annotatorStems } from '#formats/exchange/annotator-stems.ts';
import { type CreateWriter, type OverlapRule } from '#formats/exchange/dataset.ts';
import { jsonLine } from '#formats/exchange/json-lines.ts';
import { type LossLog } from '#formats/exchange/losses.ts';
import { chooseApart, trimmedSpans, type TrimmedSpan } from '#formats/exchange/token-spans.ts';
import { DOCBIN_SCRIPT } from './docbin-script.ts';

/**
 * A line for each article, a file for each annotator. `spans.sc` has every span, and `ents` those that the overlap rule
 * keeps, since spaCy's entities may not overlap. Which of them fit spaCy's own tokens only spaCy knows: its script counts
 * those that do not. Layers that were not started are left out.
 */
export const createSpacyWriter: CreateWriter = (about, { overlaps }, losses) => {
  const stemOf = annotatorStems(about);
  const nameOf = annotatorNames(about);
  return {
    begin: () => [{ path: 'make_docbin.py', content: DOCBIN_SCRIPT }],
    *article({ article, layers, split }) {
      for (const layer of layers) {
        if (layer.status === 'not-started') continue;
        const path = `${split === undefined ? '' : `${split}-`}${stemOf(layer.annotatorId)}.jsonl`;
        yield {
          path,
          content: jsonLine(rowOf(article, layer, nameOf(layer.annotatorId), about.project.labelSet, overlaps, losses)),
        };
      }
    },
    end: () => [],
  };
};

function rowOf(
  article: Article,
  layer: Layer,
  annotatorName: string,
  labelSet: LabelSet,
  overlaps: OverlapRule,
  losses: LossLog,
): object {
  const { toCodePoint } = codePointOffsets(article.text);
  const told = ({ span, trimmed }: TrimmedSpan) => ({
    start: toCodePoint(trimmed.from),
    end: toCodePoint(trimmed.to),
    label: span.label,
  });
  const spans = trimmedSpans(article, layer, losses);
  const { id, text, title, source, date, language } = article;
  return {
    text,
    ents: chooseApart(spans, overlaps, labelSet).kept.map(told),
    spans: { sc: spans.map(told) },
    meta: {
      doc_id: id,
      title,
      ...authorField(article),
      source,
      date,
      language,
      annotator: layer.annotatorId,
      annotator_name: annotatorName,
    },
  };
}
