import { ADDRESSES, annotateAddress } from '#state/addresses.ts';
import { useSession, useStores } from '#state/react.tsx';
import { type PreparedFile } from '#state/transfer-store.ts';
import { Button } from '#ui/button.tsx';
import { Message } from '#ui/message.tsx';
import { plural } from '#ui/plural.ts';
import { useEffect, useRef } from 'react';
import styles from './import-screen.module.css';

/** What came in, and where to go from here. */
export function ImportedFiles({ files }: { readonly files: readonly PreparedFile[] }) {
  const { transfer } = useStores();
  const next = useRef<HTMLAnchorElement>(null);
  // The button that was pressed is gone.
  useEffect(() => {
    next.current?.focus();
  }, []);
  const project = useSession((state) => state.project.name);
  const fresh = files.filter(isFresh);
  const refused = files.filter(({ reading }) => reading.kind === 'problems').length;
  const [only] = fresh.flatMap(({ reading }) => (reading.kind === 'article' ? [reading.article.id] : []));
  return (
    <>
      <Message kind="done">
        <p role="status">
          {plural(fresh.length, 'file')} imported.
          {refused > 0 && ` ${plural(refused, 'file')} could not be.`} The project is “<bdi>{project}</bdi>”.
        </p>
      </Message>
      <div className={styles.actions}>
        <a
          ref={next}
          href={fresh.length === 1 && only !== undefined ? annotateAddress(only) : ADDRESSES.library}
          onClick={() => {
            transfer.getState().reset();
          }}
        >
          {fresh.length === 1 && only !== undefined ? 'Annotate it' : 'Open the library'}
        </a>
        <Button
          onClick={() => {
            transfer.getState().reset();
          }}
        >
          Import more
        </Button>
      </div>
    </>
  );
}

function isFresh({ reading, isHere }: PreparedFile): boolean {
  return reading.kind !== 'problems' && !isHere;
}
