import { ADDRESSES, annotateAddress } from '#state/addresses.ts';
import { useLibrary, useSession, useStores } from '#state/react.tsx';
import { useLaterStores, useReview } from '#state/react-later.tsx';
import { countItems, isOpen } from '#state/review/review-items.ts';
import { REVIEW_VIEWS, type ReviewView } from '#state/review/review-state.ts';
import { Button, LinkButton } from '#ui/button.tsx';
import { SmallSelect } from '#ui/field.tsx';
import { Message } from '#ui/message.tsx';
import { plural } from '#ui/plural.ts';
import { directionOf } from '#views/text/direction.ts';
import { PersonMark } from '#views/review/person-mark.tsx';
import { CheckCheck, Eye, EyeOff, ListChecks, Redo2, Undo2 } from 'lucide-react';
import { ComparedFields } from './compared-fields.tsx';
import { useReviewKeyText } from './keys/use-review-keys.ts';
import styles from './review-header.module.css';
import { useReviewActions } from './use-review-context.ts';
import { usePeople } from './use-people.ts';

/** Title, how far the review is, and what is done with the article as a whole. */
export function ReviewHeader({ onReturnToText }: { readonly onReturnToText: () => void }) {
  const { title, language } = useReview((state) => state.article);
  return (
    <>
      <header className={styles.about}>
        <p className={styles.way}>
          <a href={ADDRESSES.review}>Review</a>
        </p>
        <h1
          id="review-title"
          title={title}
          lang={language === 'und' ? undefined : language}
          dir={directionOf(language)}
        >
          {title}
        </h1>
      </header>
      <div className={styles.bar} data-region="work">
        <Progress />
        <Work />
      </div>
      <div className={styles.messages}>
        <TakenOut onReturnToText={onReturnToText} />
        <Messages />
        <Legend />
      </div>
    </>
  );
}

function Progress() {
  const items = useReview((state) => state.items);
  const finishedAt = useReview((state) => state.finishedAt);
  const compared = useReview((state) => state.layers.length);
  const counts = countItems(items);
  const left = items.filter(isOpen).length;
  const words = [
    plural(compared, 'annotator'),
    ...(counts.open > 0 ? [`${counts.open} open`] : []),
    ...(counts.unanimous > 0 ? [`${counts.unanimous} unanimous`] : []),
    ...(counts.deferred > 0 ? [`${counts.deferred} put off`] : []),
    ...(counts.stale > 0 ? [`${counts.stale} changed since`] : []),
    `${counts.decided} decided`,
    ...(finishedAt !== '' && left === 0 ? ['finished'] : []),
  ];
  return (
    <div className={styles.progress}>
      <progress
        aria-label="Decided"
        aria-valuetext={`${counts.decided} of ${items.length}`}
        value={items.length - left}
        max={Math.max(1, items.length)}
      />
      <p>{words.join(' · ')}</p>
    </div>
  );
}

const VIEW_NAMES: Readonly<Record<ReviewView, string>> = {
  active: 'Current group',
  all: 'All spans',
  heat: 'How many',
  gold: 'Gold alone',
};

function Work() {
  const { review } = useLaterStores();
  const { openPolicies, turnBack, finish } = useReviewActions();
  const keyText = useReviewKeyText();
  const view = useReview((state) => state.view);
  const areNamesShown = useReview((state) => state.areNamesShown);
  const unanimous = useReview((state) => countItems(state.items).unanimous);
  const hasItems = useReview((state) => state.items.length > 0);
  return (
    <div className={styles.work}>
      <SmallSelect
        name="Show in the text"
        value={view}
        options={REVIEW_VIEWS.map((value) => ({ value, text: VIEW_NAMES[value] }))}
        onChange={(next) => {
          review.getState().setView(next);
        }}
      />
      <Button
        look="icon"
        aria-label={areNamesShown ? 'Hide names' : 'Show names'}
        title={areNamesShown ? 'Hide names' : 'Show names: decisions are not blind from then on'}
        aria-pressed={areNamesShown}
        onClick={() => {
          review.getState().showNames(!areNamesShown);
        }}
      >
        {areNamesShown ? <Eye size={17} aria-hidden="true" /> : <EyeOff size={17} aria-hidden="true" />}
      </Button>
      <ComparedFields />
      <Button
        look="icon"
        aria-label="Undo"
        title={`Undo (${keyText('review-undo')})`}
        onClick={() => {
          turnBack('undo');
        }}
      >
        <Undo2 size={17} aria-hidden="true" />
      </Button>
      <Button
        look="icon"
        aria-label="Redo"
        title={`Redo (${keyText('review-redo')})`}
        onClick={() => {
          turnBack('redo');
        }}
      >
        <Redo2 size={17} aria-hidden="true" />
      </Button>
      {hasItems && (
        <Button onClick={openPolicies} title={keyText('review-unanimous')}>
          <ListChecks size={16} aria-hidden="true" />
          {unanimous > 0 ? `Accept ${unanimous} unanimous` : 'Policies'}
        </Button>
      )}
      <Button look="primary" onClick={finish} title={keyText('review-finish')}>
        <CheckCheck size={16} aria-hidden="true" />
        Finish
      </Button>
    </div>
  );
}

/** Says that the article was taken out of the library, here or in another tab, with the way back. */
function TakenOut({ onReturnToText }: { readonly onReturnToText: () => void }) {
  const { library } = useStores();
  const articleId = useReview((state) => state.article.id);
  const isTakenOut = useLibrary((state) => state.find(articleId)?.removed === true);
  return (
    <div role="status">
      {isTakenOut && (
        <Message kind="warning">
          <span>This article was taken out of the library. Its annotations and decisions are kept.</span>
          <Button
            onClick={() => {
              void library.getState().putBack(articleId).then(onReturnToText);
            }}
          >
            Put back
          </Button>
        </Message>
      )}
    </div>
  );
}

/** What stands in the way of the review, and what to do. */
function Messages() {
  const { review } = useLaterStores();
  const saving = useReview((state) => state.saving);
  const article = useReview((state) => state.article.id);
  const compared = useReview((state) => state.layers.length);
  const others = useReview((state) => state.letters.size);
  return (
    <>
      {saving.kind === 'failed' && (
        <Message kind="problem">
          <span>The last decision is not saved. {saving.message}</span>
          <Button
            onClick={() => {
              review.getState().retrySaving();
            }}
          >
            Try again
          </Button>
        </Message>
      )}
      {compared === 0 && (
        <Message kind="note">
          <span>
            {others === 0
              ? 'Nobody has annotated this article yet.'
              : 'Nobody who is compared has finished this article. Who has nothing left to mark says so with “Mark as done”; or compare layers in progress too.'}
          </span>
          <LinkButton href={annotateAddress(article)}>Annotate it</LinkButton>
        </Message>
      )}
      {compared === 1 && (
        <Message kind="note">
          Only one annotator has finished it: there is nothing to compare, but gold can be made of it.
        </Message>
      )}
    </>
  );
}

/** What the view shows besides gold: who is in which row, or which label is counted. */
function Legend() {
  const { review } = useLaterStores();
  const view = useReview((state) => state.view);
  const labels = useSession((state) => state.project.labelSet.labels);
  const heatLabel = useReview((state) => state.heatLabel) ?? labels[0]?.id;
  const people = usePeople();
  if (view === 'heat' && heatLabel !== undefined) {
    return (
      <p className={styles.legend}>
        The stronger the colour, the more have marked it as
        <SmallSelect
          name="Label that is counted"
          value={heatLabel}
          options={labels.map(({ id, name }) => ({ value: id, text: name }))}
          onChange={(label) => {
            review.getState().setHeatLabel(label);
          }}
        />
      </p>
    );
  }
  if (view !== 'all') return null;
  return (
    <p className={styles.legend}>
      Rows from the top:
      {people.compared.map(({ id, look, name }) => (
        <span key={id} className={styles.person}>
          <PersonMark look={look} /> {name}
        </span>
      ))}
    </p>
  );
}
