import { t } from '#language/t.ts';
import { csvOf } from '#core/text/csv.ts';
import { type GuidelineQuestion, type QuestionGroup } from './guideline-questions.ts';
import { type Thread } from './thread.ts';

type NameOf = (id: Thread['messages'][number]['by']) => string;

/** All of it as Markdown to be read and edited: a heading for each label, and under it each question with its answers. */
export function questionsAsMarkdown(groups: readonly QuestionGroup[], nameOf: NameOf): string {
  const parts = groups.map(({ name, questions }) => {
    return `## ${onOneLine(name)}\n\n${questions.map((question) => questionAsMarkdown(question, nameOf)).join('\n')}`;
  });
  const list = parts.length > 0 ? parts.join('\n') : `${t`There are none.`}\n`;
  return `# ${t`Guideline questions`}\n\n${list}`;
}

function questionAsMarkdown({ thread, articleTitle }: GuidelineQuestion, nameOf: NameOf): string {
  const { quote, isResolved, messages } = thread;
  const about = quote === '' ? t`The article as a whole` : t`“${onOneLine(quote)}”`;
  const head = `### ${about}\n\n${onOneLine(articleTitle)} · ${isResolved ? t`resolved` : t`open`}\n`;
  const said = messages.map(({ by, at, body }) => {
    const lines = body.split('\n').map((line) => `> ${line}`.trimEnd());
    return `\n**${onOneLine(nameOf(by))}**, ${at.slice(0, 10)}:\n\n${lines.join('\n')}\n`;
  });
  return `${head}${said.join('')}`;
}

/** Words from outside that must not begin anything in Markdown. */
function onOneLine(text: string): string {
  return text
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/[\\`*_[\]<>#|]/g, String.raw`\$&`)
    .trim();
}

const COLUMNS = ['label', 'state', 'article', 'quote', 'author', 'time', 'message'] as const;

/**
 * Every message of every question as CSV by RFC 4180. With `isForSpreadsheets`, what a spreadsheet would run as a formula
 * begins with an apostrophe.
 */
export function questionsAsCsv(groups: readonly QuestionGroup[], nameOf: NameOf, isForSpreadsheets: boolean): string {
  const rows = groups.flatMap(({ label, name, questions }) =>
    questions.flatMap(({ thread: { isResolved, quote, messages }, articleTitle }) =>
      messages.map(({ by, at, body }) => {
        return [
          label === undefined ? 'About no label' : name,
          isResolved ? 'resolved' : 'open',
          articleTitle,
          quote,
          nameOf(by),
          at,
          body,
        ];
      }),
    ),
  );
  return csvOf([COLUMNS, ...rows], { verbatim: !isForSpreadsheets });
}
