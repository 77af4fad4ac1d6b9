import { type AnnotatedArticle, type CreateWriter, type FilePart, fileStem } from '#formats/exchange/dataset.ts';
import { type LossLog } from '#formats/exchange/losses.ts';
import { CONTEXT } from './context.ts';
import { iriOf } from '#formats/exchange/iri.ts';
import { type Annotated, annotated, linkAnnotation, personOf, spanAnnotation } from './write-annotation.ts';

/**
 * For each article its text and, beside it, an annotation page that says what the text is called, its SHA-256, the unit of
 * the offsets and how far each annotator is. As `spec`, offsets count code points and the page has all annotations; as
 * `recogito`, they count UTF-16 code units, spans are a list in a file of its own and the page has only the links, which
 * Recogito cannot take.
 */
export const createWebAnnotationWriter: CreateWriter = ({ project, annotators }, { variant }, losses) => {
  let count = 0;
  const isRecogito = variant === 'recogito';
  const unit = isRecogito ? 'utf-16' : 'code-point';
  return {
    begin: () => [],
    *article(given): Iterable<FilePart> {
      const { article, layers, split } = given;
      const stem = `${split === undefined ? '' : `${split}/`}${fileStem(count, article)}`;
      count += 1;
      reportEmptyValues(given, losses);
      const about = annotated(article, unit, annotators);
      const spans = layers.flatMap((layer) =>
        layer.spans.map((span) => spanAnnotation(about, layer.annotatorId, span)),
      );
      const links = layers.flatMap((layer) =>
        layer.links.map((link) => linkAnnotation(about, layer.annotatorId, link)),
      );
      const page = {
        '@context': CONTEXT,
        id: iriOf('page', article.id),
        type: 'AnnotationPage',
        partOf: { id: iriOf('project', project.id), type: 'AnnotationCollection', label: project.name },
        annotates: articleAbout(about, `${fileName(stem)}.txt`, unit),
        layers: layers.map(({ annotatorId, status, changedAt }) => ({
          creator: personOf(about, annotatorId),
          status,
          ...(changedAt === '' ? {} : { modified: changedAt }),
        })),
        items: isRecogito ? links : [...spans, ...links],
      };
      yield { path: `${stem}.txt`, content: article.text };
      if (isRecogito) {
        yield json(
          `${stem}.json`,
          spans.map((span) => ({ '@context': CONTEXT, ...span })),
        );
        yield json(`${stem}.links.json`, page);
      } else yield json(`${stem}.jsonld`, page);
    },
    end: () => [],
  };
};

function json(path: string, value: object): FilePart {
  return { path, content: `${JSON.stringify(value, undefined, 2)}\n` };
}

function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function articleAbout({ article }: Annotated, file: string, offsetUnit: string): object {
  const { id, title, author, source, date, language } = article;
  const told = Object.entries({ title, author, publication: source, date, language }).filter(
    ([, value]) => value !== '',
  );
  return {
    id: iriOf('article', id),
    type: 'Text',
    format: 'text/plain',
    file,
    sha256: id,
    offsetUnit,
    ...Object.fromEntries(told),
  };
}

/** An attribute of which no value is chosen has no body. */
function reportEmptyValues({ article, layers }: AnnotatedArticle, losses: LossLog): void {
  for (const { annotatorId, spans } of layers) {
    for (const { id, attributes } of spans) {
      for (const { id: attribute, value } of attributes) {
        if (!Array.isArray(value) || value.length > 0) continue;
        losses.add({
          reason: 'attribute-dropped',
          articleId: article.id,
          annotatorId,
          spanId: id,
          attribute,
          detail: attribute,
        });
      }
    }
  }
}
