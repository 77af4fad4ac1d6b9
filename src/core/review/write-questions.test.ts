import { expect, test } from 'vitest';
import { type LabelId } from '#core/labels/label-id.ts';
import { DEFAULT_LABEL_SET } from '#core/labels/default-label-set.ts';
import { type AnnotatorId, type ArticleId } from '#core/project/project.ts';
import { type GuidelineQuestion, groupQuestions } from './guideline-questions.ts';
import { type MessageId, type Thread, type ThreadId } from './thread.ts';
import { questionsAsCsv, questionsAsMarkdown } from './write-questions.ts';

function question(
  label: string | undefined,
  at: string,
  bodies: readonly string[],
  more: Partial<Thread> = {},
): GuidelineQuestion {
  const thread: Thread = {
    id: `${label} ${at}` as ThreadId,
    articleId: 'a' as ArticleId,
    spans: [],
    range: undefined,
    quote: 'Mayor Ann',
    isGuidelineQuestion: true,
    isResolved: false,
    changedAt: at,
    messages: bodies.map((body, index) => ({ id: `${index}` as MessageId, by: 'ada' as AnnotatorId, at, body })),
    ...more,
  };
  return { thread, label: label as LabelId | undefined, articleTitle: 'The *vote*', language: 'en' };
}

const nameOf = (id: AnnotatorId): string => (id === 'ada' ? 'Ada' : id);

const QUESTIONS = [
  question(undefined, '2024-06-18T09:00:00Z', ['All of it?'], { quote: '' }),
  question('gone', '2024-06-18T09:00:00Z', ['Which?']),
  question('claim', '2024-06-19T09:00:00Z', ['later']),
  question('claim', '2024-06-17T09:00:00Z', ['With the title?\n\n# no heading', '=1+1, "so"'], { isResolved: true }),
];

test('questions stand by label in the order of the label set, then labels that are gone, then those about none', () => {
  const groups = groupQuestions(DEFAULT_LABEL_SET, QUESTIONS);
  expect(groups.map(({ name }) => name)).toEqual(['Claim', 'gone', 'About no label']);
  expect(groups[0]!.questions.map(({ thread }) => thread.changedAt)).toEqual([
    '2024-06-17T09:00:00Z',
    '2024-06-19T09:00:00Z',
  ]);
});

test('of questions within a second, that without a fraction of it is the oldest', () => {
  const asked = ['2024-06-17T09:00:00.500Z', '2024-06-17T09:00:00Z'].map((at) => question('claim', at, ['Which?']));
  const [group] = groupQuestions(DEFAULT_LABEL_SET, asked);
  expect(group!.questions).toEqual(asked.toReversed());
});

test('as Markdown, words from outside begin nothing, and messages are quoted whole', () => {
  const groups = groupQuestions(DEFAULT_LABEL_SET, [QUESTIONS[3]!, QUESTIONS[0]!]);
  expect(questionsAsMarkdown(groups, nameOf)).toBe(`# Guideline questions

## Claim

### “Mayor Ann”

The \\*vote\\* · resolved

**Ada**, 2024-06-17:

> With the title?
>
> # no heading

**Ada**, 2024-06-17:

> =1+1, "so"

## About no label

### The article as a whole

The \\*vote\\* · open

**Ada**, 2024-06-18:

> All of it?
`);
  expect(questionsAsMarkdown([], nameOf)).toBe('# Guideline questions\n\nThere are none.\n');
});

test('as CSV there is a row for each message, and formulas are harmless where that is wanted', () => {
  const groups = groupQuestions(DEFAULT_LABEL_SET, [QUESTIONS[3]!]);
  const head = 'label,state,article,quote,author,time,message\r\n';
  const row = 'Claim,resolved,The *vote*,Mayor Ann,Ada,2024-06-17T09:00:00Z';
  const first = `${row},"With the title?\n\n# no heading"\r\n`;
  expect(questionsAsCsv(groups, nameOf, true)).toBe(`${head}${first}${row},"'=1+1, ""so"""\r\n`);
  expect(questionsAsCsv(groups, nameOf, false)).toBe(`${head}${first}${row},"=1+1, ""so"""\r\n`);
});
