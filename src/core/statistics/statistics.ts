import { type Attribute, type AttributeId, attributeInWords } from '#core/labels/attribute.ts';
import { type LabelId } from '#core/labels/label-id.ts';
import { type Label, type LabelSet } from '#core/labels/label-set.ts';
import { type LinkTypeId, mayStartAt } from '#core/labels/link-type.ts';
import { type AnnotatorId, type ArticleId, emptyLayer, type Layer, type LayerStatus } from '#core/project/project.ts';
import { type Corpus, type CorpusArticle } from '#core/search/corpus.ts';
import { foldWords } from '#core/search/fold-text.ts';
import { keyOfAttribute, keyOfName, writeFilter } from '#core/search/query.ts';
import { nameLabels } from '#core/search/ready-queries.ts';
import { SAME_AS } from '#core/spans/same-as.ts';
import { isSet, startsOf } from '#core/search/span-test.ts';
import { attributeOf, type Span } from '#core/spans/span.ts';
import { total } from '#core/text/total.ts';
import { groupNames, type NameGroup, type NameUse, sameNames } from './name-groups.ts';

/** Whose layers are counted, and whether only those that are done. */
export interface StatisticsChoice {
  readonly annotatorId: AnnotatorId;
  readonly isDoneOnly: boolean;
}

export interface LabelCount {
  readonly label: LabelId;
  readonly count: number;
  /** Articles with at least one such span. */
  readonly articles: number;
}

/** How often each value of an attribute is set: choices in their order, other values by how frequent they are. */
export interface AttributeCount {
  readonly label: LabelId;
  readonly attribute: AttributeId;
  readonly values: readonly { readonly words: string; readonly count: number }[];
  /** Spans of the label that hold no value; `query` finds them. */
  readonly without: number;
  readonly query: string;
}

export interface ArticleCount {
  readonly articleId: ArticleId;
  readonly title: string;
  readonly status: LayerStatus;
  /** Spans of each label of the label set, in its order. */
  readonly counts: readonly number[];
  readonly total: number;
}

/** Spans that lack a link of a type that each of them should have; `query` finds them. */
export interface MissingLinks {
  readonly linkType: LinkTypeId;
  readonly missing: number;
  readonly of: number;
  readonly query: string;
}

/** What an annotator's layers hold. `progress` is about all articles, the rest about those that are counted. */
export interface Statistics {
  readonly progress: Readonly<Record<LayerStatus, number>>;
  readonly spanCount: number;
  readonly labels: readonly LabelCount[];
  readonly attributes: readonly AttributeCount[];
  /** Those with the most spans first. */
  readonly articles: readonly ArticleCount[];
  /** For each label whose spans are names, the names by how frequent they are. */
  readonly names: readonly { readonly label: LabelId; readonly groups: readonly NameGroup[] }[];
  /** For each link type but `same-as`, what its links point to, by how many point there. */
  readonly targets: readonly { readonly linkType: LinkTypeId; readonly groups: readonly NameGroup[] }[];
  readonly missing: readonly MissingLinks[];
}

interface Counted {
  readonly article: CorpusArticle['article'];
  readonly layer: Layer;
}

/** How many values of an attribute without choices are listed, the most frequent first. */
const MOST_VALUES = 20;

/** Counts one annotator's layers; in proportion to spans and links. */
export function statisticsOf(
  { labelSet, articles }: Corpus,
  { annotatorId, isDoneOnly }: StatisticsChoice,
): Statistics {
  const all: readonly Counted[] = articles.map(({ article, layers }) => ({
    article,
    layer: layers.get(annotatorId) ?? emptyLayer(article.id, annotatorId),
  }));
  const counted = isDoneOnly ? all.filter(({ layer }) => layer.status === 'done') : all;
  const progress = { 'not-started': 0, 'in-progress': 0, done: 0 };
  for (const { layer } of all) progress[layer.status] += 1;
  return {
    progress,
    spanCount: counted.reduce((sum, { layer }) => sum + layer.spans.length, 0),
    labels: labelSet.labels.map(({ id }) => countLabel(counted, id)),
    attributes: labelSet.labels.flatMap((label) =>
      label.attributes.map((attribute) => countAttribute(counted, label, attribute)),
    ),
    articles: counted.map((one) => countArticle(labelSet, one)).toSorted((a, b) => b.total - a.total),
    ...countNames(labelSet, counted),
    missing: countMissing(labelSet, counted),
  };
}

function countLabel(counted: readonly Counted[], label: LabelId): LabelCount {
  const counts = counted.map(({ layer }) => layer.spans.filter((span) => span.label === label).length);
  return {
    label,
    count: total(counts),
    articles: counts.filter((count) => count > 0).length,
  };
}

function countArticle({ labels }: LabelSet, { article, layer }: Counted): ArticleCount {
  const { id: articleId, title } = article;
  const counts = labels.map(({ id }) => layer.spans.filter(({ label }) => label === id).length);
  return { articleId, title, status: layer.status, counts, total: layer.spans.length };
}

function countAttribute(counted: readonly Counted[], label: Label, attribute: Attribute): AttributeCount {
  const isListed = attribute.kind === 'choice' || attribute.kind === 'several';
  const values = new Map(
    isListed ? attribute.values.map(({ id, name }) => [id as string, { words: name, count: 0 }]) : [],
  );
  let without = 0;
  for (const { article, layer } of counted) {
    for (const span of layer.spans) {
      if (span.label !== label.id) continue;
      if (!isSet(span, attribute.id)) without += 1;
      for (const { key, words } of valuesOf(span, attribute, article.text)) {
        values.set(key, { words, ...values.get(key), count: (values.get(key)?.count ?? 0) + 1 });
      }
    }
  }
  const rows = [...values.values()];
  return {
    label: label.id,
    attribute: attribute.id,
    values: isListed ? rows : rows.toSorted((a, b) => b.count - a.count).slice(0, MOST_VALUES),
    without,
    query: `${writeFilter('label', label.name)} ${writeFilter('without', keyOfAttribute(attribute))}`,
  };
}

/** What a span holds for the attribute, value by value: of a choice its id, of anything else its folded words tell it apart. */
function valuesOf(
  span: Span,
  attribute: Attribute,
  text: string,
): readonly { readonly key: string; readonly words: string }[] {
  const held = attributeOf(span, attribute.id);
  if (held === undefined || held === '') return [];
  if (attribute.kind === 'several' && Array.isArray(held)) {
    return (held as readonly string[]).map((id) => ({ key: id, words: attributeInWords(attribute, id, text) }));
  }
  const words = attributeInWords(attribute, held, text);
  return [{ key: attribute.kind === 'choice' && typeof held === 'string' ? held : foldWords(words), words }];
}

function countNames(labelSet: LabelSet, counted: readonly Counted[]): Pick<Statistics, 'names' | 'targets'> {
  const isSame = sameNames(counted.map(({ article, layer }) => ({ text: article.text, layer })));
  const usesOf = (choose: (layer: Layer) => readonly Span[]): readonly NameUse[] =>
    counted.flatMap(({ article, layer }) =>
      choose(layer).map((span) => ({ text: article.text, articleId: article.id, span })),
    );
  return {
    names: nameLabels(labelSet).map(({ id }) => ({
      label: id,
      groups: groupNames(
        usesOf(({ spans }) => spans.filter(({ label }) => label === id)),
        isSame,
      ),
    })),
    targets: labelSet.linkTypes
      .filter(({ id }) => id !== SAME_AS)
      .map(({ id }) => ({
        linkType: id,
        groups: groupNames(
          usesOf((layer) => targetsOf(layer, id)),
          isSame,
        ),
      })),
  };
}

/** The span that each link of the type points to, as often as links do. */
function targetsOf({ spans, links }: Layer, type: LinkTypeId): readonly Span[] {
  const byId = new Map(spans.map((span) => [span.id, span]));
  return links.filter((link) => link.type === type).flatMap(({ to }) => byId.get(to) ?? []);
}

function countMissing({ linkTypes }: LabelSet, counted: readonly Counted[]): readonly MissingLinks[] {
  return linkTypes
    .filter(({ isRequired }) => isRequired)
    .map((type) => {
      let of = 0;
      let missing = 0;
      for (const { layer } of counted) {
        const starts = startsOf(layer, new Set([type.id]));
        const could = layer.spans.filter(({ label }) => mayStartAt(type, label));
        of += could.length;
        missing += could.filter(({ id }) => !starts.has(id)).length;
      }
      return { linkType: type.id, missing, of, query: writeFilter('without', keyOfName(type.name)) };
    });
}
