import { t } from '#language/t.ts';
import { type AnnotatorId, type ArticleId } from '#core/project/project.ts';
import { freezeText } from '#core/text/freeze.ts';
import { articleIdOf } from '#formats/article-id.ts';
import { type ProblemList } from '#formats/problem.ts';
import { quoted } from '#formats/wording.ts';
import { checkLabelSet } from './check-label-set.ts';
import { checkLinks } from './check-links.ts';
import { checkLog } from './check-log.ts';
import { checkReviews } from './check-reviews.ts';
import { type MeasuredText, checkPages, checkSpans, inArticleCalled, measuredText } from './check-spans.ts';
import { checkUnique } from './check-unique.ts';
import { type ArticleShape, type BundleShape, type LayerShape } from './shape.ts';

/**
 * Checks what a bundle of the right shape says: ids are unique, each article's id is the hash of its frozen text, layers
 * and labels refer to what exists, offsets and quotes fit the text. Takes time proportional to the bundle's size; `onMember`
 * is called after each article, layer, decision and thread.
 */
export function checkMeaning(bundle: BundleShape, problems: ProblemList, onMember: () => void): void {
  checkLabelSet(bundle.project.labelSet, 'project.labelSet', problems);
  checkUnique(bundle.annotators, (index) => `annotators[${index}].id`, 'annotator', problems);
  checkUnique(bundle.articles, (index) => `articles[${index}].id`, 'article', problems);
  for (const [index, article] of bundle.articles.entries()) {
    if (problems.isFull) return;
    checkArticle(article, `articles[${index}]`, problems);
    onMember();
  }
  const textOf = textsOnce(bundle.articles);
  checkLayers(bundle, textOf, problems, onMember);
  checkReviews(bundle, textOf, problems, onMember);
}

/** The texts of the articles, each measured when it is first asked for. */
function textsOnce(articles: readonly ArticleShape[]): (id: ArticleId) => MeasuredText | undefined {
  const byId = new Map(articles.map((article) => [article.id, article]));
  const measured = new Map<ArticleId, MeasuredText>();
  return (id) => {
    const known = measured.get(id);
    const article = byId.get(id);
    if (known || !article) return known;
    const text = measuredText(article);
    measured.set(id, text);
    return text;
  };
}

function checkArticle(article: ArticleShape, place: string, problems: ProblemList): void {
  const { id, title, text } = article;
  const where = inArticleCalled(title);
  const fault = problemWithFrozenText(text);
  if (fault !== undefined) problems.add(`${place}.text`, `${fault} ${where}`);
  if (articleIdOf(text) !== id) {
    problems.add(
      `${place}.text`,
      `${t`the text was changed: its SHA-256 is not the article's id, so offsets may point elsewhere`} ${where}`,
    );
  }
  checkPages(article, `${place}.pages`, problems);
}

function problemWithFrozenText(text: string): string | undefined {
  const carriageReturn = text.indexOf('\r');
  if (carriageReturn !== -1)
    return t`a carriage return at offset ${carriageReturn}: lines in a bundle end with LF alone`;
  if (text.startsWith('\uFEFF')) return t`the text starts with a byte order mark`;
  return freezeText(text).text === text ? undefined : t`the text is not as Spanmark freezes it`;
}

function checkLayers(
  bundle: BundleShape,
  textOf: (id: ArticleId) => MeasuredText | undefined,
  problems: ProblemList,
  onMember: () => void,
): void {
  const annotators = new Set(bundle.annotators.map(({ id }) => id));
  const labels = new Set(bundle.project.labelSet.labels.map(({ id }) => id));
  const linkTypes = new Set(bundle.project.labelSet.linkTypes.map(({ id }) => id));
  const firstOfPair = new Map<string, number>();
  for (const [index, layer] of bundle.layers.entries()) {
    if (problems.isFull) return;
    onMember();
    const place = `layers[${index}]`;
    const measured = textOf(layer.articleId);
    checkReferences(layer, measured !== undefined, annotators, place, problems);
    // An article's id has a fixed length, so no two pairs give the same text.
    const pair = layer.articleId + layer.annotatorId;
    const first = firstOfPair.get(pair);
    if (first === undefined) firstOfPair.set(pair, index);
    else
      problems.add(
        place,
        t`the same article and annotator as layers[${first}]: an annotator has one layer per article`,
      );
    checkLinks(layer, linkTypes, `${place}.links`, problems);
    if (!measured) continue;
    checkSpans(layer.spans, measured, labels, `${place}.spans`, problems);
    // What a wrong span leads to says nothing.
    if (problems.isEmpty) checkLog(layer, measured.text, `${place}.log`, problems);
  }
}

function checkReferences(
  layer: LayerShape,
  isOnArticle: boolean,
  annotators: ReadonlySet<AnnotatorId>,
  place: string,
  problems: ProblemList,
): void {
  const { articleId, annotatorId, status, spans } = layer;
  if (!isOnArticle) problems.add(`${place}.articleId`, t`no article in the bundle has the id ${articleId}`);
  if (!annotators.has(annotatorId)) {
    problems.add(`${place}.annotatorId`, t`no annotator in the bundle has the id ${quoted(annotatorId)}`);
  }
  if (status === 'not-started' && spans.length > 0) {
    problems.add(`${place}.status`, t`the layer is not-started but has spans (${spans.length})`);
  }
}
