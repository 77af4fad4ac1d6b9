import { t } from '#language/t.ts';
import { placeOfLine } from '#formats/wording.ts';
import { authorField } from '#formats/exchange/author-field.ts';
import { type AnnotatedArticle } from '#formats/exchange/dataset.ts';
import { objectsField, textField } from '#formats/exchange/fields.ts';
import { jsonLine, jsonLinesIn } from '#formats/exchange/json-lines.ts';
import { type SourceFile } from '#formats/exchange/loose.ts';
import { isObject } from '#formats/is-object.ts';
import { type Problem } from '#formats/problem.ts';

/** The file beside those with the columns: a line for each article, with what columns cannot tell. */
export const BESIDE = 'articles.conll.jsonl';

/** What the columns of a layer do not tell. */
export interface LayerBeside {
  readonly annotator: string;
  /** What the annotator is called; empty where the file does not say. */
  readonly name: string;
  /** Labels that had to be written in another way, by what is in the tags. */
  readonly labels: ReadonlyMap<string, string>;
  /** First tokens of sentences into which a span goes on. */
  readonly goesOn: ReadonlySet<number>;
}

/** What the columns of an article do not tell, its text above all. */
export interface ArticleBeside {
  readonly place: string;
  readonly id: string;
  readonly text: string;
  readonly title: string;
  readonly author: string;
  readonly source: string;
  readonly date: string;
  readonly language: string;
  readonly layers: ReadonlyMap<string, LayerBeside>;
}

/** The line of an article. */
export function lineBeside({ article }: AnnotatedArticle, layers: readonly LayerBeside[]): string {
  const { id, title, source, date, language, text } = article;
  return jsonLine({
    id,
    title,
    ...authorField(article),
    source,
    date,
    language,
    text,
    layers: layers.map(({ annotator, name, labels, goesOn }) => ({
      annotator,
      annotator_name: name,
      labels: Array.from(labels, ([written, label]) => ({ written, label })),
      goes_on: [...goesOn],
    })),
  });
}

/** What the files beside tell, by the id of the article; a line that is of no use becomes a problem. */
export function readBeside(files: readonly SourceFile[], problems: Problem[]): ReadonlyMap<string, ArticleBeside> {
  const articles = new Map<string, ArticleBeside>();
  for (const file of files.filter(({ path }) => /\.conll\.jsonl$/i.test(path))) {
    for (const { line, value } of jsonLinesIn(file, problems)) {
      const place = placeOfLine(file.path, line);
      const article = articleOf(place, value);
      if (article) articles.set(article.id, article);
      else problems.push({ place, message: t`the line has no “id” or no “text”` });
    }
  }
  return articles;
}

function articleOf(place: string, value: unknown): ArticleBeside | undefined {
  const id = textField(value, 'id');
  const text = isObject(value) ? value['text'] : undefined;
  if (id === '' || typeof text !== 'string') return undefined;
  const layers = objectsField(value, 'layers').map((layer): LayerBeside => {
    const goesOn = layer['goes_on'];
    return {
      annotator: textField(layer, 'annotator'),
      name: textField(layer, 'annotator_name'),
      labels: new Map(
        objectsField(layer, 'labels').map((each) => [textField(each, 'written'), textField(each, 'label')]),
      ),
      goesOn: new Set(Array.isArray(goesOn) ? goesOn.filter((each) => typeof each === 'number') : []),
    };
  });
  return {
    place,
    id,
    text,
    title: textField(value, 'title'),
    author: textField(value, 'author'),
    source: textField(value, 'source'),
    date: textField(value, 'date'),
    language: textField(value, 'language'),
    layers: new Map(layers.map((layer) => [layer.annotator, layer])),
  };
}

/** The column that names an article and a layer in the line that starts a document; it has no white space. */
export function writeNote(article: string, annotator: string): string {
  return new URLSearchParams({ article, annotator }).toString();
}

/** The names in a column, or undefined where the column is something else. */
export function readNote(column: string): { readonly article: string; readonly annotator: string } | undefined {
  if (!column.startsWith('article=')) return undefined;
  const query = new URLSearchParams(column);
  return { article: query.get('article') ?? '', annotator: query.get('annotator') ?? '' };
}
