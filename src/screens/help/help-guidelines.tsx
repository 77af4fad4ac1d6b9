import { t } from '#language/t.ts';
import { tNodes } from '#ui/t-nodes.tsx';
import { ADDRESSES } from '#state/addresses.ts';
import { type ReactNode } from 'react';
import styles from './help-screen.module.css';

/** One example: words with a span in them, and why it begins and ends there. */
interface Example {
  readonly text: ReactNode;
  readonly why: string;
}

interface AboutLabel {
  readonly id: string;
  readonly name: string;
  readonly what: string;
  readonly rules: readonly string[];
  readonly examples: readonly Example[];
}

const entity = (words: string) => <mark data-tone="blue">{words}</mark>;
const claim = (words: string) => <mark data-tone="orange">{words}</mark>;
const quote = (words: string) => <mark data-tone="teal">{words}</mark>;

const LABELS: readonly AboutLabel[] = [
  {
    id: 'entity',
    name: t`Entity`,
    what: t`A name that stands for one particular person, organisation, place, event, product or work.`,
    rules: [
      t`Take the whole name, and nothing but the name: first name and surname, “University of Wexcombe” rather than “Wexcombe”.`,
      t`Leave out titles and roles in front (“Mayor”, “Dr.”), unless your team decides otherwise; what matters is that all do the same.`,
      t`Leave out articles, possessive endings and punctuation: “Morning Star”, not “the Morning Star’s”.`,
      t`Mark every mention where the article is to be used as training data; the first one where only the facts are wanted. “Label everywhere” marks the rest at once.`,
      t`Words that only describe (“the ministry”, “she”) are no entities. Where they matter, link the names with “Same as”.`,
      t`The type is what the name stands for here: a city that signs a treaty is an organisation, a city where it rains is a place.`,
    ],
    examples: [
      {
        text: tNodes`Mayor ${entity(t`Ilse Tarrant`)} opened the bridge.`,
        why: t`The role is left out.`,
      },
      {
        text: tNodes`The ${entity(t`Pellworth Transit Authority`)}’s board met.`,
        why: t`The whole name, without the article and the ending.`,
      },
      {
        text: tNodes`She studied at the ${entity(t`University of Wexcombe`)}.`,
        why: t`One name; “Wexcombe” inside it is a second span only if places are counted.`,
      },
    ],
  },
  {
    id: 'claim',
    name: t`Claim`,
    what: t`A statement about the world that somebody could check: it is true or false, whether or not anybody knows yet.`,
    rules: [
      t`Ask: which evidence would settle it? Where none could, it is an opinion; mark it as “opinion-like” only if your team collects those.`,
      t`Take the smallest stretch that can be checked on its own: mostly a clause, without “He said that”.`,
      t`Two facts in one sentence are two claims. A number and what it is a number of belong together.`,
      t`What is denied is claimed as well: in “The ministry denied that ships had sailed”, mark “ships had sailed” and note the denial.`,
      t`Predictions are claims of the kind “prediction”; questions, orders and wishes are none.`,
      t`Check-worthy is a claim whose being wrong would matter to readers, not one that is likely to be wrong.`,
    ],
    examples: [
      {
        text: tNodes`The auditor said ${claim(t`the median wait is now 41 weeks`)}.`,
        why: t`Without the words of saying; the auditor is its claimant.`,
      },
      {
        text: tNodes`${claim(t`Twenty buses an hour already leave the station`)}, and that is a disgrace.`,
        why: t`The second half is an opinion.`,
      },
      {
        text: tNodes`He expects that ${claim(t`the line will open by 2030`)}.`,
        why: t`A prediction: it can be checked one day.`,
      },
    ],
  },
  {
    id: 'quote',
    name: t`Quote`,
    what: t`Words that the article attributes to somebody.`,
    rules: [
      t`Take direct quotes with their quotation marks and the punctuation inside them.`,
      t`A quotation that is interrupted (“We will go,” she said, “on Monday.”) is one span of two parts.`,
      t`Indirect speech is a quote of the form “indirect”: take the clause that is said, without “that”.`,
      t`Single words in quotation marks are quotes only if somebody is named whose words they are; otherwise they are distance or irony.`,
      t`A quote within a quote is a span of its own.`,
      t`Link the speaker to the nearest mention by name, also where the sentence itself says “she”; the cue is the word of saying: said, told, according to.`,
    ],
    examples: [
      {
        text: tNodes`${quote(t`“I have walked past that mark every day,”`)} the mayor said.`,
        why: t`With the marks and the comma inside them.`,
      },
      {
        text: tNodes`Keane said ${quote(t`the roster had been agreed to in 2018`)}.`,
        why: t`Indirect, and a claim on the same words.`,
      },
      {
        text: tNodes`The council calls it ${quote(t`“a very nice brochure”`)}.`,
        why: t`Few words, but whose they are is said.`,
      },
    ],
  },
];

/** What the labels of a new project are for, with examples and edge cases. */
export function HelpGuidelines() {
  return (
    <>
      <p>{tNodes`A new project starts with three labels. The rules below are a start: your team’s own are on the ${<a href={ADDRESSES.guidelines}>{t`Guidelines`}</a>} screen, one key away while you annotate, and ${<a href={ADDRESSES.labels}>{t`Labels`}</a>} changes what can be marked.`}</p>
      {LABELS.map((about) => (
        <article key={about.id} className={styles.label}>
          <h3>{about.name}</h3>
          <p>{about.what}</p>
          <ul>
            {about.rules.map((rule) => (
              <li key={rule}>{rule}</li>
            ))}
          </ul>
          <Examples of={about} />
        </article>
      ))}
      <h3>{t`Where it is hard to say`}</h3>
      <ul>
        <li>{t`One stretch may be several things: a quote that holds a claim that holds an entity gets three spans.`}</li>
        <li>{t`Where two extents are equally right, take the shorter one, and write down why in a note: reviewers see both.`}</li>
        <li>{t`Where the guidelines do not answer it, start a thread and mark it as a guideline question; it is then answered for everybody.`}</li>
        <li>{t`An article with nothing to mark is marked as done. That is a finding, and differs from one nobody has read.`}</li>
      </ul>
    </>
  );
}

function Examples({ of: { name, examples } }: { readonly of: AboutLabel }): ReactNode {
  return (
    <table className={styles.examples}>
      <caption className="visually-hidden">{t`Examples of the label ${name}`}</caption>
      <thead>
        <tr>
          <th scope="col">{t`In the text`}</th>
          <th scope="col">{t`Why`}</th>
        </tr>
      </thead>
      <tbody>
        {examples.map(({ text, why }) => (
          <tr key={why}>
            <td>{text}</td>
            <td>{why}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
