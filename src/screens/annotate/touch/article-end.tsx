import { t } from '#language/t.ts';
import { type KeyContext } from '#screens/annotate/keys/key-command.ts';
import { useAnnotate } from '#state/react.tsx';
import { Button } from '#ui/button.tsx';
import { Check, ChevronLeft, ChevronRight } from 'lucide-react';
import styles from './article-end.module.css';

interface ArticleEndProps {
  readonly keys: () => KeyContext | undefined;
}

/** After the last word: the ways on from here, where no list of articles stands beside the text. */
export function ArticleEnd({ keys }: ArticleEndProps) {
  const isWritable = useAnnotate((state) => state.permission === 'write');
  return (
    <div className={styles.end} role="group" aria-label={t`Go on`} data-region="end">
      <Button
        look="primary"
        className={styles.finish}
        disabled={!isWritable}
        onClick={() => {
          keys()?.finish();
        }}
      >
        <Check size={16} aria-hidden="true" />
        {t`Mark as done and open the next article`}
      </Button>
      <Button
        look="quiet"
        onClick={() => {
          keys()?.openArticle(-1);
        }}
      >
        <ChevronLeft size={16} aria-hidden="true" />
        {t`Previous article`}
      </Button>
      <Button
        look="quiet"
        onClick={() => {
          keys()?.openArticle(1);
        }}
      >
        {t`Next article`}
        <ChevronRight size={16} aria-hidden="true" />
      </Button>
    </div>
  );
}
