import { t } from '#language/t.ts';
import { type LabelId } from '#core/labels/label-id.ts';
import { findLabel, type LabelSet } from '#core/labels/label-set.ts';
import { compareTimes } from '#core/text/compare-times.ts';
import { type Thread } from './thread.ts';

/** A thread that asks for the guidelines to say something, with what it is about. */
export interface GuidelineQuestion {
  readonly thread: Thread;
  /** The label of the first of its spans that is still there; undefined where it is about no span. */
  readonly label: LabelId | undefined;
  readonly articleTitle: string;
  /** The language of the article. */
  readonly language: string;
}

/** The questions about one label, or about none. */
export interface QuestionGroup {
  readonly label: LabelId | undefined;
  readonly name: string;
  readonly questions: readonly GuidelineQuestion[];
}

/** What questions about no label stand under. */
const NO_LABEL = t`About no label`;

/** The questions by label: in the order of the label set, then labels that are gone, then those about none; the oldest first. */
export function groupQuestions(labelSet: LabelSet, questions: readonly GuidelineQuestion[]): readonly QuestionGroup[] {
  const known = labelSet.labels.map(({ id }) => id);
  const gone = [...new Set(questions.flatMap(({ label }) => (label === undefined ? [] : [label])))].filter(
    (id) => !known.includes(id),
  );
  return [...known, ...gone, undefined].flatMap((label) => {
    const own = questions.filter((question) => question.label === label);
    if (own.length === 0) return [];
    const name = label === undefined ? NO_LABEL : (findLabel(labelSet, label)?.name ?? label);
    return [{ label, name, questions: own.toSorted((a, b) => compareTimes(askedAt(a), askedAt(b))) }];
  });
}

/** The ISO time of the first message. */
function askedAt({ thread }: GuidelineQuestion): string {
  return thread.messages[0]?.at ?? '';
}
