import { type Article, type Layer } from '#core/project/project.ts';
import { quoteOf } from '#core/spans/quote-of.ts';
import { type UnitOffsets, unitOffsets } from '#core/text/offset-units.ts';
import { authorField } from '#formats/exchange/author-field.ts';
import { annotatorNames } from '#formats/exchange/annotator-names.ts';
import { type AnnotatedArticle, type CreateWriter, type WriteOptions } from '#formats/exchange/dataset.ts';
import { jsonOnOneLine } from '#formats/exchange/json-on-one-line.ts';
import { type LossLog } from '#formats/exchange/losses.ts';
import { safeName } from '#formats/exchange/safe-name.ts';

/** One part of a span as doccano knows it. */
interface Entity {
  readonly id: number;
  readonly label: string;
  readonly from: number;
  readonly to: number;
}

/**
 * A file for each annotator with a line for each article, since doccano takes the annotator from the file. Offsets are in
 * UTF-16 code units, or code points where these are asked for, and the record names the unit; that, the article and the rest of the keys land in doccano's meta data
 * and come out again. An interrupted span becomes one span for each part.
 */
export const createDoccanoWriter: CreateWriter = (about, options, losses) => {
  const nameOf = annotatorNames(about);
  return {
    begin: () => [],
    *article(annotated) {
      const { article, layers, split } = annotated;
      const folder = split === undefined ? '' : `${split}/`;
      // Other units have no edge at some places where spans may start or end.
      const unit = options.unit === 'code-point' ? 'code-point' : 'utf-16';
      const offsets = unitOffsets(article.text, unit);
      if (layers.length === 0) {
        const annotations = isSimple(options) ? { label: [] } : { entities: [], relations: [] };
        const record = { offset_unit: unit, ...annotations, text: article.text, ...aboutOf(article) };
        yield { path: `${folder}unannotated.jsonl`, content: `${jsonOnOneLine(record)}\n` };
      }
      if (hasAstral(annotated)) {
        losses.add({ reason: 'astral-offset-ambiguous', articleId: article.id, detail: article.title });
      }
      for (const layer of layers) {
        const record = {
          // Before the text, so that the start of the file tells what it is.
          offset_unit: unit,
          ...annotationsOf(article, layer, options, offsets, losses),
          text: article.text,
          ...aboutOf(article),
          annotator: layer.annotatorId,
          annotator_name: nameOf(layer.annotatorId),
          status: layer.status,
        };
        yield { path: `${folder}${safeName(layer.annotatorId)}.jsonl`, content: `${jsonOnOneLine(record)}\n` };
      }
    },
    end: () => [],
  };
};

/** Whether offsets depend on the unit, about which doccano's own parts do not agree. */
function hasAstral({ article, layers }: AnnotatedArticle): boolean {
  return layers.some(({ spans }) => spans.length > 0) && /[\u{10000}-\u{10FFFF}]/u.test(article.text);
}

function isSimple({ variant }: WriteOptions): boolean {
  return variant !== 'entities';
}

function aboutOf(article: Article): object {
  const { id, title, source, date, language } = article;
  return { article: id, title, ...authorField(article), source, date, language };
}

function annotationsOf(
  { text }: Article,
  layer: Layer,
  options: WriteOptions,
  offsets: UnitOffsets,
  losses: LossLog,
): object {
  const { articleId, annotatorId } = layer;
  const entities: Entity[] = [];
  const numbers = new Map<string, number>();
  for (const span of layer.spans) {
    const { id, ranges, label } = span;
    // Links go to the first part.
    numbers.set(id, entities.length + 1);
    if (ranges.length > 1) {
      const detail = quoteOf(text, span);
      losses.add({ reason: 'discontinuous-split', articleId, annotatorId, spanId: id, detail });
    }
    for (const range of ranges) {
      const [from, to] = [offsets.fromUtf16(range.from)!, offsets.fromUtf16(range.to)!];
      entities.push({ id: entities.length + 1, label, from, to });
    }
  }
  if (isSimple(options)) {
    for (const link of layer.links) {
      losses.add({ reason: 'link-dropped', articleId, annotatorId, linkId: link.id, detail: link.type });
    }
    return { label: entities.map(({ from, to, label }) => [from, to, label]) };
  }
  return {
    entities: entities.map(({ id, label, from, to }) => ({ id, label, start_offset: from, end_offset: to })),
    relations: layer.links.map(({ type, from, to }, index) => ({
      id: index + 1,
      from_id: numbers.get(from),
      to_id: numbers.get(to),
      type,
    })),
  };
}
