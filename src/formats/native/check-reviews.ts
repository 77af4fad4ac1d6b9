import { t } from '#language/t.ts';
import { type ArticleId } from '#core/project/project.ts';
import { type ProblemList } from '#formats/problem.ts';
import { checkMarking, checkRanges, type MeasuredText } from './check-spans.ts';
import { checkUnique } from './check-unique.ts';
import { type DecisionShape, type ThreadShape } from './review-shape.ts';
import { type BundleShape } from './shape.ts';

/**
 * Checks decisions and threads: ids are unique, each is on an article of the bundle, offsets and quotes fit its text, and a
 * verdict that gives gold nothing has no spans. Labels, link types, annotators and spans of layers that they name need not be
 * in the bundle: a decision tells what was there when it was made.
 */
export function checkReviews(
  { decisions, threads }: BundleShape,
  textOf: (id: ArticleId) => MeasuredText | undefined,
  problems: ProblemList,
  onMember: () => void,
): void {
  checkUnique(decisions, (index) => `decisions[${index}].id`, 'decision', problems);
  checkUnique(threads, (index) => `threads[${index}].id`, 'thread', problems);
  for (const [index, decision] of decisions.entries()) {
    if (problems.isFull) return;
    onMember();
    checkDecision(decision, textOf(decision.articleId), `decisions[${index}]`, problems);
  }
  for (const [index, thread] of threads.entries()) {
    if (problems.isFull) return;
    onMember();
    checkThread(thread, textOf(thread.articleId), `threads[${index}]`, problems);
  }
}

function checkDecision(
  { articleId, verdict, covers, spans }: DecisionShape,
  text: MeasuredText | undefined,
  place: string,
  problems: ProblemList,
): void {
  if (spans.length > 0 && (verdict === 'reject' || verdict === 'defer' || verdict === 'withdraw')) {
    problems.add(
      `${place}.spans`,
      t`a decision to ${verdict} puts nothing into gold, but there are spans (${spans.length})`,
    );
  }
  checkUnique(spans, (at) => `${place}.spans[${at}].id`, 'span', problems);
  if (!text) {
    problems.add(`${place}.articleId`, t`no article in the bundle has the id ${articleId}`);
    return;
  }
  covers.forEach((covered, at) => checkMarking(covered, text, () => `${place}.covers[${at}]`, problems));
  spans.forEach((span, at) => checkMarking(span, text, () => `${place}.spans[${at}]`, problems));
}

function checkThread(
  { articleId, range, messages }: ThreadShape,
  text: MeasuredText | undefined,
  place: string,
  problems: ProblemList,
): void {
  checkUnique(messages, (at) => `${place}.messages[${at}].id`, 'message', problems);
  if (!text) problems.add(`${place}.articleId`, t`no article in the bundle has the id ${articleId}`);
  else if (range) checkRanges([range], text, () => `${place}.range`, problems);
}
