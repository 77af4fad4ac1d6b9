import { t } from '#language/t.ts';
import { tNodes } from '#ui/t-nodes.tsx';
import { ADDRESSES, annotateAddress } from '#state/addresses.ts';
import { useLibrary, useProjects, useSample, useStores, useTour } from '#state/react.tsx';
import { beginTour } from '#state/tour/begin-tour.ts';
import { Button } from '#ui/button.tsx';
import { Message } from '#ui/message.tsx';
import styles from './help-screen.module.css';

/** How to begin, with the tour and the sample project a click away. */
export function HelpStart() {
  return (
    <>
      <Beginnings />
      <ol>
        <li>
          {tNodes`${<b>{t`Open an article`}</b>} of the library, or bring your own: paste a text anywhere on the library, drop a file on it, or go to ${<a href={ADDRESSES.import}>{t`Import`}</a>}. You see the text before it comes in; from then on it never changes, so that every span stays where it is.`}
        </li>
        <li>
          {tNodes`${<b>{t`Click a word and press a key.`}</b>} ${<kbd>1</kbd>} takes the name at the caret, ${<kbd>2</kbd>} the sentence, ${<kbd>3</kbd>} the quotation. The line below the labels says what each key would take. By touch, tap a word and then the label.`}
        </li>
        <li>
          {tNodes`${<b>{t`Or select words first`}</b>} and press a key, or use the bar beside the selection. Spans may lie in one another and may cross.`}
        </li>
        <li>
          {tNodes`${<b>{t`Say more about a span`}</b>} in the panel beside the text: values, a note, who says a quote, who makes a claim.`}
        </li>
        <li>
          {tNodes`${<b>{t`Nothing needs saving.`}</b>} Each change is on the disk when the header says “Saved”, and can be undone, also tomorrow.`}
        </li>
        <li>
          {tNodes`${<b>{t`Mark the article as done`}</b>} when you are through, also where there was nothing to mark, and ${<a href={ADDRESSES.export}>{t`export`}</a>} what you have as a file.`}
        </li>
      </ol>
    </>
  );
}

function Beginnings() {
  const stores = useStores();
  const sample = useSample();
  const isRunning = useTour((state) => state.phase === 'running');
  const hasArticles = useLibrary((state) => state.present().length > 0);
  const failure = useProjects((state) => state.failure);
  const takeTour = (): void => {
    const articleId = beginTour(stores);
    if (articleId !== undefined) location.hash = annotateAddress(articleId);
  };
  return (
    <>
      <div className={styles.buttons}>
        {hasArticles && (
          <Button look="primary" onClick={takeTour}>
            {isRunning ? t`Go on with the tour` : t`Take the tour`}
          </Button>
        )}
        <Button disabled={sample.isBusy} onClick={() => void sample.open()}>{t`Try with a sample project`}</Button>
      </div>
      <p>{tNodes`The tour takes a minute and has you make three spans. The sample project holds what three annotators made of fourteen articles, so that you can try reviewing and look at agreement at once. You can delete it as a whole in ${<a href={ADDRESSES.settings}>{t`Settings`}</a>}.`}</p>
      {failure !== '' && <Message kind="problem">{failure}</Message>}
    </>
  );
}
