import { withDots } from '#language/lists.ts';
import { t } from '#language/t.ts';
import { tNodes } from '#ui/t-nodes.tsx';
import { ADDRESSES, annotateAddress } from '#state/addresses.ts';
import { withKeyText } from '#state/keys/key-text.ts';
import { useLibrary, useSession, useStores } from '#state/react.tsx';
import { useLaterStores, useReview } from '#state/react-later.tsx';
import { countItems, isOpen } from '#state/review/review-items.ts';
import { REVIEW_VIEWS, type ReviewView } from '#state/review/review-state.ts';
import { Button, LinkButton } from '#ui/button.tsx';
import { SmallSelect } from '#ui/field.tsx';
import { Message } from '#ui/message.tsx';
import { plural } from '#language/numbers.ts';
import { directionOf } from '#core/text/direction.ts';
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
          <a href={ADDRESSES.review}>{t`Review`}</a>
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
    ...(counts.open > 0 ? [t`${counts.open} open`] : []),
    ...(counts.unanimous > 0 ? [t`${counts.unanimous} unanimous`] : []),
    ...(counts.deferred > 0 ? [t`${counts.deferred} put off`] : []),
    ...(counts.stale > 0 ? [t`${counts.stale} changed since`] : []),
    t`${counts.decided} decided`,
    ...(finishedAt !== '' && left === 0 ? [t`finished`] : []),
  ];
  return (
    <div className={styles.progress}>
      <progress
        aria-label={t`Decided`}
        aria-valuetext={t`${counts.decided} of ${items.length}`}
        value={items.length - left}
        max={Math.max(1, items.length)}
      />
      <p>{withDots(words)}</p>
    </div>
  );
}

const VIEW_NAMES: Readonly<Record<ReviewView, string>> = {
  active: t`Current group`,
  all: t`All spans`,
  heat: t`How many`,
  gold: t`Gold alone`,
};

function Work() {
  const { review } = useLaterStores();
  const { openPolicies, turnBack, finish } = useReviewActions();
  const keyText = useReviewKeyText();
  const view = useReview((state) => state.view);
  const areNamesShown = useReview((state) => state.areNamesShown);
  const unanimous = useReview((state) => countItems(state.items).unanimous);
  const hasItems = useReview((state) => state.items.length > 0);
  const left = useReview((state) => state.items.filter(isOpen).length);
  return (
    <div className={styles.work}>
      <SmallSelect
        name={t`Show in the text`}
        value={view}
        options={REVIEW_VIEWS.map((value) => ({ value, text: VIEW_NAMES[value] }))}
        onChange={(next) => {
          review.getState().setView(next);
        }}
      />
      <Button
        look="icon"
        aria-label={areNamesShown ? t`Hide names` : t`Show names`}
        title={areNamesShown ? t`Hide names` : t`Show names: decisions are not blind from then on`}
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
        aria-label={t`Undo`}
        title={withKeyText(t`Undo`, keyText('review-undo'))}
        onClick={() => {
          turnBack('undo');
        }}
      >
        <Undo2 size={17} aria-hidden="true" />
      </Button>
      <Button
        look="icon"
        aria-label={t`Redo`}
        title={withKeyText(t`Redo`, keyText('review-redo'))}
        onClick={() => {
          turnBack('redo');
        }}
      >
        <Redo2 size={17} aria-hidden="true" />
      </Button>
      {hasItems && (
        <Button onClick={openPolicies} title={keyText('review-unanimous')}>
          <ListChecks size={16} aria-hidden="true" />
          {unanimous > 0 ? t`Accept ${unanimous} unanimous` : t`Policies`}
          {unanimous > 0 && <KeyCap text={keyText('review-unanimous')} />}
        </Button>
      )}
      <Button look="primary" onClick={finish} title={keyText('review-finish')}>
        <CheckCheck size={16} aria-hidden="true" />
        {t`Finish`}
        {left === 0 && <KeyCap text={keyText('review-finish')} />}
      </Button>
    </div>
  );
}

/** The key of what is to be done next, where it has one: for all of them there is no room. */
function KeyCap({ text }: { readonly text: string }) {
  return text !== '' && <kbd aria-hidden="true">{text}</kbd>;
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
          <span>{t`This article was taken out of the library. Its annotations and decisions are kept.`}</span>
          <Button
            onClick={() => {
              void library.getState().putBack(articleId).then(onReturnToText);
            }}
          >{t`Put back`}</Button>
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
          <span>{t`The last decision is not saved. ${saving.message}`}</span>
          <Button
            onClick={() => {
              review.getState().retrySaving();
            }}
          >{t`Try again`}</Button>
          <Button
            onClick={() => {
              void review.getState().downloadFromMemory();
            }}
          >{t`Download this article with its decisions`}</Button>
        </Message>
      )}
      {compared === 0 && (
        <Message kind="note">
          <span>
            {others === 0
              ? t`Nobody has annotated this article yet.`
              : t`Nobody who is compared has finished this article. Who has nothing left to mark says so with “Mark as done”; or compare layers in progress too.`}
          </span>
          <LinkButton href={annotateAddress(article)}>{t`Annotate it`}</LinkButton>
        </Message>
      )}
      {compared === 1 && (
        <Message kind="note">{t`Only one annotator has finished it: there is nothing to compare, but gold can be made of it.`}</Message>
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
        {tNodes`The stronger the colour, the more have marked it as${(
          <SmallSelect
            name={t`Label that is counted`}
            value={heatLabel}
            options={labels.map(({ id, name }) => ({ value: id, text: name }))}
            onChange={(label) => {
              review.getState().setHeatLabel(label);
            }}
          />
        )}`}
      </p>
    );
  }
  if (view !== 'all') return null;
  return (
    <p className={styles.legend}>
      {tNodes`Rows from the top:${people.compared.map(({ id, look, name }) => (
        <span key={id} className={styles.person}>
          <PersonMark look={look} /> {name}
        </span>
      ))}`}
    </p>
  );
}
