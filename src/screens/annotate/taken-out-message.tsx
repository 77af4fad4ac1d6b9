import { t } from '#language/t.ts';
import { useAnnotate, useLibrary, useStores } from '#state/react.tsx';
import { Button } from '#ui/button.tsx';
import { Message } from '#ui/message.tsx';
import styles from './permission-message.module.css';

/** Says that the open article was taken out of the library, here or in another tab, with the way back. */
export function TakenOutMessage({ onPutBack }: { readonly onPutBack: () => void }) {
  const { library } = useStores();
  const articleId = useAnnotate((state) => state.article.id);
  const isTakenOut = useLibrary((state) => state.find(articleId)?.removed === true);
  return (
    <div className={isTakenOut ? styles.place : undefined} role="status">
      {isTakenOut && (
        <Message kind="warning">
          <span>{t`This article was taken out of the library. It stays in the trash for 30 days from the last change on it.`}</span>
          <Button
            onClick={() => {
              void library.getState().putBack(articleId).then(onPutBack);
            }}
          >{t`Put back`}</Button>
        </Message>
      )}
    </div>
  );
}
