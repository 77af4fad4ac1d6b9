import { t } from '#language/t.ts';
import { withCommas } from '#language/lists.ts';
import { type Proposal } from '#core/alignment/proposals.ts';
import { findLabel } from '#core/labels/label-set.ts';
import { compareText } from '#core/text/compare-text.ts';
import { type TextRange } from '#core/text/range.ts';
import { type Person, usePeople } from '#screens/review/use-people.ts';
import { useSession } from '#state/react.tsx';
import { useLaterStores, useReview } from '#state/react-later.tsx';
import { type ReviewItem } from '#state/review/review-state.ts';
import { differencesInWords, labelName, proposalInWords } from '#state/review/review-words.ts';
import { LabelMark } from '#views/labels/label-mark.tsx';
import { PersonMark } from '#views/review/person-mark.tsx';
import { directionOf } from '#core/text/direction.ts';
import { type ReactNode } from 'react';
import styles from './proposal-lines.module.css';
import { quotePieces } from './quote-pieces.ts';

/** One line for each distinct proposal with those who back it, and always one for “leave out”. */
export function ProposalLines({ item: { group, state, decisions } }: { readonly item: ReviewItem }) {
  const proposals = useReview((review) => review.proposals);
  const focused = useReview((review) => review.focused);
  const layers = useReview((review) => review.layers);
  const people = usePeople();
  const absent = inOrder(
    (group?.members ?? []).flatMap(({ annotatorId, span }) => (span ? [] : [people.find(annotatorId)])),
  );
  const taken = decisions.at(-1);
  const isLeftOut = taken?.verdict === 'reject' && state === 'decided';
  return (
    <ol className={styles.lines} aria-label={t`Proposals`}>
      {proposals.map((proposal, index) => (
        <ProposalLine
          // A proposal has no other identity than its place.
          // oxlint-disable-next-line react/no-array-index-key
          key={index}
          proposal={proposal}
          index={index}
          isFocused={focused === index}
          of={layers.length}
          common={group?.core ?? []}
        />
      ))}
      <li>
        <Line index={proposals.length} isFocused={focused === proposals.length} people={absent} of={layers.length}>
          <span className={styles.out}>{isLeftOut ? t`Leave out (as decided)` : t`Leave out`}</span>
        </Line>
      </li>
    </ol>
  );
}

interface ProposalLineProps {
  readonly proposal: Proposal;
  readonly index: number;
  readonly isFocused: boolean;
  readonly of: number;
  /** The words that every proposal has. */
  readonly common: readonly TextRange[];
}

function ProposalLine({ proposal, index, isFocused, of, common }: ProposalLineProps) {
  const labelSet = useSession((state) => state.project.labelSet);
  const article = useReview((state) => state.article);
  const paragraphs = useReview((state) => state.paragraphs);
  const layers = useReview((state) => state.layers);
  const proposals = useReview((state) => state.proposals);
  const people = usePeople();
  const label = findLabel(labelSet, proposal.label);
  const first = proposals[0]!;
  const differences = index === 0 ? [] : differencesInWords(labelSet, { article, paragraphs, layers }, first, proposal);
  const told = proposalInWords(labelSet, proposal, { article, layers }, differences);
  const { text, language } = article;
  const backers = inOrder(proposal.backers.map(({ annotatorId }) => people.find(annotatorId)));
  return (
    <li>
      <Line index={index} isFocused={isFocused} people={backers} of={of}>
        <span className={styles.label}>
          {label && <LabelMark label={label} />}
          {labelName(labelSet, proposal.label)}
        </span>
        <span className={styles.quote} lang={language === 'und' ? undefined : language} dir={directionOf(language)}>
          <Quote text={text} ranges={proposal.ranges} common={common} />
        </span>
        {told !== '' && (
          <span className={styles.told} dir="auto">
            {told}
          </span>
        )}
        {differences.length > 0 && <span className={styles.differs}>{withCommas(differences)}</span>}
        {proposal.note !== '' && (
          <span className={styles.note} dir="auto">
            {proposal.note}
          </span>
        )}
      </Line>
    </li>
  );
}

interface LineProps {
  readonly index: number;
  readonly isFocused: boolean;
  readonly people: readonly Person[];
  readonly of: number;
  readonly children: ReactNode;
}

function Line({ index, isFocused, people, of, children }: LineProps) {
  const { review } = useLaterStores();
  return (
    <button
      type="button"
      className={styles.line}
      aria-pressed={isFocused}
      title={isFocused ? t`Once more accepts it` : undefined}
      onClick={() => {
        review.getState().pressLine(index);
      }}
    >
      <kbd aria-hidden="true">{index + 1}</kbd>
      <span className={styles.what}>{children}</span>
      <span className={styles.who}>
        <span className={styles.people}>
          {people.map(({ id, look, name }) => (
            <span key={id} className={styles.person} title={name === '' ? undefined : name}>
              <PersonMark look={look} />
              {name !== '' && <span className={styles.name}>{name}</span>}
            </span>
          ))}
        </span>
        <span className={styles.votes}>{t`${people.length} of ${of}`}</span>
      </span>
    </button>
  );
}

interface QuoteProps {
  readonly text: string;
  readonly ranges: readonly TextRange[];
  readonly common: readonly TextRange[];
}

/** The words of a proposal; those that not all have are marked. */
function Quote({ text, ranges, common }: QuoteProps) {
  return quotePieces(text, ranges, common).map(({ key, words, isCommon }) =>
    isCommon ? (
      words
    ) : (
      <mark key={key} className={styles.contested}>
        {words}
      </mark>
    ),
  );
}

/** In the order of their letters, which tells nothing about who they are. */
function inOrder(people: readonly Person[]): readonly Person[] {
  return people.toSorted((a, b) => compareText(a.look.letter, b.look.letter));
}
