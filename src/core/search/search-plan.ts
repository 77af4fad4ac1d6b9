import { t } from '#language/t.ts';
import { type Annotator, type AnnotatorId, type LayerStatus } from '#core/project/project.ts';
import { type LabelSet } from '#core/labels/label-set.ts';
import { foldName, keyOfName, parseQuery, type QueryFilter, type QueryKey } from './query.ts';
import {
  calledTest,
  labelTest,
  type SpanTest,
  type SpanTestOrProblem,
  valueTest,
  withoutTest,
  withTest,
} from './span-test.ts';

/** Where a search looks. `spans` are their words and attribute values. */
export const SEARCH_PLACES = ['text', 'spans', 'notes'] as const;
export type SearchPlace = (typeof SEARCH_PLACES)[number];

/** What a query asks for, in terms of a project. Of each group of `spanTests` a span must pass one. */
export interface SearchPlan {
  readonly terms: readonly string[];
  readonly places: ReadonlySet<SearchPlace>;
  readonly annotators: ReadonlySet<AnnotatorId> | 'all';
  readonly statuses: ReadonlySet<LayerStatus> | 'any';
  readonly spanTests: readonly (readonly SpanTest[])[];
  /** True where only spans can be meant. */
  readonly isAboutSpans: boolean;
  /** What in the query means nothing here, as sentences; nothing is found then. */
  readonly problems: readonly string[];
}

interface People {
  readonly annotators: readonly Annotator[];
  /** Whose layers are meant where the query does not say. */
  readonly annotatorId: AnnotatorId;
}

const STATUS_WORDS: ReadonlyMap<string, LayerStatus> = new Map([
  ['not-started', 'not-started'],
  ['in-progress', 'in-progress'],
  ['done', 'done'],
]);

/** The values of `by` for everybody and, here, for the one who searches, besides the annotators' names. */
export const EVERYONE = 'everyone';
const ME = 'me';

/** Turns what was typed into what it means for this label set and these annotators. */
export function planSearch(written: string, labelSet: LabelSet, people: People): SearchPlan {
  const { terms, filters } = parseQuery(written, labelSet);
  const problems: string[] = [];
  const values = (key: QueryKey): readonly string[] =>
    filters.filter((one) => one.key === key).map(({ value }) => value);
  const resolve = <T>(key: QueryKey, find: (value: string) => T | string): readonly T[] =>
    values(key).flatMap((value) => {
      const found = find(value);
      if (typeof found !== 'string') return [found];
      problems.push(found);
      return [];
    });
  const places = resolve('in', placesCalled).flat();
  const statuses = resolve('status', statusCalled).flat();
  const annotators = resolve('by', (value) => annotatorsCalled(people, value)).flat();
  const spanTests = spanTestGroups(labelSet, filters, problems);
  const isAboutSpans = spanTests.length > 0 || terms.length === 0;
  if (spanTests.length > 0 && places.length > 0 && places.every((place) => place === 'text')) {
    problems.push(
      t`In the text alone there are no labels, values, links or notes to look for: search everything or the spans.`,
    );
  }
  return {
    terms,
    places: new Set(places.length > 0 ? places : SEARCH_PLACES),
    annotators: annotators.includes('all')
      ? 'all'
      : new Set(
          annotators.length > 0 ? annotators.filter((id): id is AnnotatorId => id !== 'all') : [people.annotatorId],
        ),
    statuses: statuses.length > 0 ? new Set(statuses) : 'any',
    spanTests,
    isAboutSpans,
    problems,
  };
}

/** True where nothing was asked yet, so that an empty answer says nothing. */
export function isEmptyQuery(written: string, labelSet: LabelSet): boolean {
  const { terms, filters } = parseQuery(written, labelSet);
  return terms.length === 0 && filters.every(({ key }) => key === 'in' || key === 'by');
}

function spanTestGroups(
  labelSet: LabelSet,
  filters: readonly QueryFilter[],
  problems: string[],
): readonly (readonly SpanTest[])[] {
  const groups = new Map<string, SpanTest[]>();
  for (const { key, value } of filters) {
    const test = spanTestOf(labelSet, key, value);
    if (test === undefined) continue;
    if (typeof test === 'string') {
      problems.push(test);
      continue;
    }
    // Of several labels or values a span has one; what it must have or lack it must have or lack all.
    const group = key === 'with' || key === 'without' ? `${key} ${keyOfName(value)}` : key;
    groups.set(group, [...(groups.get(group) ?? []), test]);
  }
  return [...groups.values()];
}

function spanTestOf(labelSet: LabelSet, key: string, value: string): SpanTestOrProblem | undefined {
  switch (key) {
    case 'label':
      return labelTest(labelSet, value);
    case 'with':
      return withTest(labelSet, value);
    case 'without':
      return withoutTest(labelSet, value);
    case 'called':
      return calledTest(value);
    case 'by':
    case 'status':
    case 'in':
      return undefined;
    default:
      return valueTest(labelSet, key, value);
  }
}

function placesCalled(value: string): readonly SearchPlace[] | string {
  const place = SEARCH_PLACES.find((known) => known === keyOfName(value));
  return place ? [place] : t`Nothing can be searched “in:${value}”: there are in:text, in:spans and in:notes.`;
}

function statusCalled(value: string): readonly LayerStatus[] | string {
  const status = STATUS_WORDS.get(keyOfName(value));
  return status ? [status] : t`There is no status “${value}”: there are not-started, in-progress and done.`;
}

function annotatorsCalled(
  { annotators, annotatorId }: People,
  value: string,
): readonly (AnnotatorId | 'all')[] | string {
  const wanted = foldName(value);
  if (wanted === EVERYONE) return ['all'];
  const called = annotators.filter(({ name }) => foldName(name) === wanted).map(({ id }) => id);
  if (called.length > 0) return called;
  return wanted === ME ? [annotatorId] : t`No annotator here is called “${value}”.`;
}
