import { t } from '#language/t.ts';
import { tNodes } from '#ui/t-nodes.tsx';
import { type Annotator } from '#core/project/project.ts';
import { ADDRESSES } from '#state/addresses.ts';
import { useStores } from '#state/react.tsx';
import { type PreparedFile } from '#state/transfer-store.ts';
import { Button } from '#ui/button.tsx';
import styles from './import-screen.module.css';

/** A file that was made for somebody: whoever imports it is likely to be that person. */
export function AnnotateAs({ annotator: { id, name } }: { readonly annotator: Annotator }) {
  const { session, transfer } = useStores();
  return (
    <>
      <p className={styles.into}>{tNodes`These articles are for ${<bdi>{name}</bdi>}.`}</p>
      <Button
        look="primary"
        onClick={() => {
          void session.getState().annotateAs(id);
          transfer.getState().reset();
          location.hash = ADDRESSES.library;
        }}
      >
        {tNodes`Annotate as ${<bdi>{name}</bdi>}`}
      </Button>
      <a
        href={ADDRESSES.library}
        onClick={() => {
          transfer.getState().reset();
        }}
      >{t`Open the library as you are`}</a>
    </>
  );
}

/** Whom the first of the files was made for that was made for somebody. */
export function madeForIn(files: readonly PreparedFile[]): Annotator | undefined {
  const [first] = files.flatMap(({ reading }) =>
    reading.kind === 'bundle' && reading.madeFor ? [reading.madeFor] : [],
  );
  return first;
}
