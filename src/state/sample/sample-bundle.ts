import { type Bundle } from '#core/bundle/bundle.ts';
import { type AttributeId, type ValueId } from '#core/labels/attribute.ts';
import { type LabelId } from '#core/labels/label-id.ts';
import { type Annotator, type AnnotatorId, type Article, type Layer, type Project } from '#core/project/project.ts';
import { compareSpans, type Span, spanByHand, type SpanId } from '#core/spans/span.ts';
import { readTextArticle } from '#formats/plain-text/read.ts';
import { type SeedFile } from '#state/dependencies.ts';
import { SAMPLE_ANNOTATORS, SAMPLE_NOTATION } from './sample-notation.ts';

/**
 * The sample project: what three annotators have made of the sample articles, each of them done by all three. Throws where an
 * article is missing or does not hold words that somebody has marked.
 */
export function sampleProjectBundle(project: Project, files: readonly SeedFile[], at: string): Bundle {
  const parts = partsOf(SAMPLE_NOTATION).map(({ fileName, lines }) => ({ article: articleIn(files, fileName), lines }));
  return {
    project,
    annotators: SAMPLE_ANNOTATORS.map(annotatorNamed),
    articles: parts.map(({ article }) => article),
    layers: parts.flatMap(({ article, lines }) => layersOf(article, lines, at)),
    decisions: [],
    threads: [],
  };
}

/** They have the same ids in every browser, so that samples which meet in one are of the same people. */
function annotatorNamed(name: string): Annotator {
  return { id: `sample-${name.toLowerCase().replace(' ', '-')}` as AnnotatorId, name };
}

interface NotedArticle {
  readonly fileName: string;
  /** Only those that say who has marked what. */
  readonly lines: readonly { readonly who: string; readonly what: string }[];
}

function partsOf(notation: string): readonly NotedArticle[] {
  return notation
    .split('\n= ')
    .slice(1)
    .map((part) => {
      const [fileName = '', ...lines] = part.split('\n');
      const said = lines.flatMap((line) => {
        const [, who, what] = /^([A-C-]{3}) (.*)$/.exec(line) ?? [];
        return who !== undefined && what !== undefined ? [{ who, what }] : [];
      });
      return { fileName, lines: said };
    });
}

function articleIn(files: readonly SeedFile[], fileName: string): Article {
  const file = files.find((each) => each.fileName === fileName);
  const result = file && readTextArticle(file.fileName, file.text);
  if (!result?.ok) throw new Error(`The sample article ${fileName} is missing.`);
  return result.value;
}

function layersOf(article: Article, lines: NotedArticle['lines'], at: string): readonly Layer[] {
  return SAMPLE_ANNOTATORS.map((name, column) => {
    const marked = lines.filter(({ who }) => who[column] !== '-').flatMap(({ what }) => what.split(' + '));
    const spans = marked.map((what, index) => spanOf(article, `${column}-${index}`, what, at)).toSorted(compareSpans);
    const annotatorId = annotatorNamed(name).id;
    return { articleId: article.id, annotatorId, status: 'done', spans, links: [], changedAt: at };
  });
}

function spanOf({ text, title }: Article, id: string, what: string, at: string): Span {
  const [, label = '', words = '', attribute, value] = /^(\w+): ([^|]+)(?:\|(\w+)=(\w+))?$/.exec(what) ?? [];
  const from = words === '' ? -1 : text.indexOf(words);
  if (from < 0) throw new Error(`“${what}” is not in “${title}”.`);
  const attributes = attribute === undefined ? [] : [{ id: attribute as AttributeId, value: value as ValueId }];
  return spanByHand(id as SpanId, label as LabelId, [{ from, to: from + words.length }], at, attributes);
}
