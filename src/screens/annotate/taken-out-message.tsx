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
          <span>This article was taken out of the library. Its annotations are kept, and so is what you add.</span>
          <Button
            onClick={() => {
              void library.getState().putBack(articleId).then(onPutBack);
            }}
          >
            Put back
          </Button>
        </Message>
      )}
    </div>
  );
}
