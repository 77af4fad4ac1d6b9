import { withCommas } from '#language/lists.ts';
import { t } from '#language/t.ts';
import * as v from 'valibot';
import { type ProblemList } from '#formats/problem.ts';
import { valueInWords } from '#formats/wording.ts';
import { entryShape } from './log-shape.ts';
import { type Path, pathText } from './path.ts';
import { plainSpan } from './plain-span.ts';
import { decisionShape, threadShape } from './review-shape.ts';
import {
  type BundleShape,
  type LayerShape,
  type SpanShape,
  articleShape,
  bundleShape,
  layerShape,
  spanShape,
} from './shape.ts';
import { type LinkShape, linkShape } from './shape-parts.ts';

/**
 * The value as a bundle right in shape, built afresh; undefined where it is not, with the reasons in `problems`. `onMember` is
 * called after each article, layer, decision and thread.
 */
export function checkShape(
  value: unknown,
  problems: ProblemList,
  onMember: () => void = () => undefined,
): BundleShape | undefined {
  const outer = matchShape(bundleShape, value, [], problems);
  if (!outer) return undefined;
  const articles = matchEach(outer.articles, ['articles'], problems, (article, path) => {
    onMember();
    return matchShape(articleShape, article, path(), problems);
  });
  const layers = matchEach(outer.layers, ['layers'], problems, (layer, path) => {
    onMember();
    return matchLayer(layer, path(), problems);
  });
  const decisions = matchEach(outer.decisions, ['decisions'], problems, (decision, path) => {
    onMember();
    return matchShape(decisionShape, decision, path(), problems);
  });
  const threads = matchEach(outer.threads, ['threads'], problems, (thread, path) => {
    onMember();
    return matchShape(threadShape, thread, path(), problems);
  });
  return problems.isEmpty ? { ...outer, articles, layers, decisions, threads } : undefined;
}

function matchLayer(value: unknown, path: Path, problems: ProblemList): LayerShape | undefined {
  const layer = matchShape(layerShape, value, path, problems);
  if (!layer) return undefined;
  const spans = matchEach<SpanShape>(layer.spans, [...path, 'spans'], problems, (span, spanPath) => {
    return plainSpan(span) ?? matchShape(spanShape, span, spanPath(), problems);
  });
  const links = matchEach<LinkShape>(layer.links, [...path, 'links'], problems, (link, linkPath) => {
    return matchShape(linkShape, link, linkPath(), problems);
  });
  if (!layer.log) return { ...layer, spans, links, log: undefined };
  const entries = matchEach(layer.log.entries, [...path, 'log', 'entries'], problems, (entry, entryPath) => {
    return matchShape(entryShape, entry, entryPath(), problems);
  });
  return { ...layer, spans, links, log: { ...layer.log, entries } };
}

/** Stops as soon as the problems are full; the result counts only where there were none. */
function matchEach<T>(
  values: readonly unknown[],
  path: Path,
  problems: ProblemList,
  matchOne: (value: unknown, path: () => Path) => T | undefined,
): readonly T[] {
  const matched: T[] = [];
  for (const [index, value] of values.entries()) {
    if (problems.isFull) break;
    const one = matchOne(value, () => [...path, index]);
    if (one !== undefined) matched.push(one);
  }
  return matched;
}

/** The value as the schema has it, built afresh; undefined where it does not match, with the reasons in `problems`. */
export function matchShape<const Schema extends v.GenericSchema>(
  schema: Schema,
  value: unknown,
  path: Path,
  problems: ProblemList,
): v.InferOutput<Schema> | undefined {
  const result = v.safeParse(schema, value, { abortPipeEarly: true });
  if (result.success) return result.output;
  for (const issue of result.issues) {
    const inner = issue.path?.map(({ key }) => key as string | number) ?? [];
    problems.add(pathText([...path, ...inner]), wording(issue));
  }
  return undefined;
}

function wording(issue: v.BaseIssue<unknown>): string {
  if (issue.kind !== 'schema' || issue.type === 'union') return issue.message;
  if (issue.expected === 'never') return t`unknown: the format has nothing of this name here`;
  if (issue.received === 'undefined') return t`missing`;
  return t`must be ${expectation(issue)}, not ${valueInWords(issue.input)}`;
}

function expectation(issue: v.BaseIssue<unknown>): string {
  const words: ReadonlyMap<string, string> = new Map([
    ['string', t`a text`],
    ['number', t`a number`],
    ['boolean', t`true or false`],
    ['array', t`a list`],
    ['strict_object', t`an object`],
  ]);
  return words.get(issue.type) ?? t`one of ${withCommas((issue.expected ?? '').replace(/^\(|\)$/g, '').split(' | '))}`;
}
