import { type Span } from '#core/spans/span.ts';
import { codePointOffsets } from '#core/text/offsets.ts';
import { type AnnotatedArticle, type CreateWriter, fileStem } from '#formats/exchange/dataset.ts';
import { type Loss, type LossLog } from '#formats/exchange/losses.ts';
import { standOff } from './annotations.ts';
import { namesFor, teiHeader } from './header.ts';
import { hasForbidden, xmlAttribute, xmlText } from './xml-text.ts';

/**
 * A TEI document for each article (P5, version 4.7 or later, which has `annotation`): the text in one element whose white
 * space counts, annotations that point into it by offset and length in code points, with the words for comparison. XML has
 * no place for some control characters: each is replaced by one space, which is reported, and offsets stay.
 */
export const createTeiWriter: CreateWriter = ({ project, annotators }, _options, losses) => {
  const names = namesFor(project.labelSet, annotators);
  let count = 0;
  return {
    begin: () => [],
    *article(given) {
      const { article, layers, split } = given;
      const { text, language } = article;
      reportLosses(given, losses);
      const path = `${split === undefined ? '' : `${split}/`}${fileStem(count, article)}.xml`;
      count += 1;
      const header = teiHeader(article, layers, { labelSet: project.labelSet, annotators, names });
      const annotations = standOff(layers, { text, offsets: codePointOffsets(text), names });
      yield {
        path,
        content: `<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0" version="4.7.0">
${header}
${annotations}<text xml:lang="${xmlAttribute(language)}"><body><ab xml:id="txt" xml:space="preserve">${xmlText(text)}</ab></body></text>
</TEI>
`,
      };
    },
    end: () => [],
  };
};

/** Label set and guidelines are not carried anyway; of everything else each item that a character is missing from is named. */
function reportLosses({ article, layers }: AnnotatedArticle, losses: LossLog): void {
  const { id: articleId, title } = article;
  reportForbidden([article.text], { articleId, detail: title }, losses);
  reportForbidden([title, article.author, article.source], { articleId, detail: title }, losses);
  for (const { annotatorId, spans, links } of layers) {
    const at = { articleId, annotatorId };
    reportForbidden([annotatorId], { ...at, detail: annotatorId }, losses);
    for (const span of spans) reportSpan(span, { ...at, spanId: span.id, detail: span.note }, losses);
    for (const { id, type } of links) reportForbidden([id, type], { ...at, linkId: id, detail: type }, losses);
  }
}

function reportSpan({ id, label, note, attributes }: Span, about: Omit<Loss, 'reason'>, losses: LossLog): void {
  reportForbidden([id, label, note], about, losses);
  for (const { id: attribute, value } of attributes) {
    const texts = typeof value === 'string' ? [value] : Array.isArray(value) ? (value as readonly string[]) : undefined;
    const detail = (texts ?? []).join(', ');
    reportForbidden([attribute, ...(texts ?? [])], { ...about, attribute, detail }, losses);
    // An attribute of which no value is chosen has no note.
    if (texts?.length === 0) losses.add({ reason: 'attribute-dropped', ...about, attribute, detail: attribute });
  }
}

function reportForbidden(texts: readonly string[], about: Omit<Loss, 'reason'>, losses: LossLog): void {
  if (texts.some(hasForbidden)) losses.add({ reason: 'control-character-replaced', ...about });
}
