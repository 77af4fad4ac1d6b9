import { t } from '#language/t.ts';
import styles from './help-screen.module.css';

/** The words that the app uses, each for one thing. */
const WORDS: readonly (readonly [string, string])[] = [
  [t`Project`, t`A label set, guidelines, articles and what everybody has put on them.`],
  [
    t`Article`,
    t`A text with its title, source, date and language. The text never changes; a correction makes a new article.`,
  ],
  [t`Label set`, t`The labels and link types of a project.`],
  [t`Label`, t`What a span is: entity, claim, quote, or what your project has. It has a key, a colour and attributes.`],
  [
    t`Span`,
    t`A label on one stretch of the text, or on several where it is interrupted, with values, a note and its times.`,
  ],
  [
    t`Attribute`,
    t`What can be said about the spans of a label: a choice, several choices, yes or no, a text, a number, a range.`,
  ],
  [t`Link`, t`An arrow from one span to another: from a quote to its speaker, from a claim to who makes it.`],
  [t`Annotator`, t`A name. There are no accounts; whoever uses this browser is the annotator that Settings names.`],
  [t`Layer`, t`All that one annotator has put on one article. Nobody else ever writes it.`],
  [t`Status`, t`Not started, in progress or done. Done with nothing marked differs from not started.`],
  [t`Edit`, t`One change to a layer. All edits are kept, and can be undone.`],
  [t`Group`, t`Spans of several annotators that are about the same thing and compete in a review.`],
  [t`Decision`, t`What a reviewer has settled about a group, with reasons. Decisions are never overwritten.`],
  [t`Gold`, t`What the decisions put in: the version that a reviewer stands for.`],
  [t`Agreement`, t`How alike annotators work, as figures: F1 of spans, γ, α, κ. Each is explained where it stands.`],
  [t`Thread`, t`A conversation about a span, a group or an article.`],
  [t`Guideline question`, t`A thread that asks what the rule is.`],
  [t`Bundle`, t`The file that holds a project with everything in it, or the part that was chosen.`],
];

export function HelpGlossary() {
  return (
    <dl className={styles.words}>
      {WORDS.map(([word, meaning]) => (
        <div key={word}>
          <dt>{word}</dt>
          <dd>{meaning}</dd>
        </div>
      ))}
    </dl>
  );
}
