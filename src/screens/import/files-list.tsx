import { t } from '#language/t.ts';
import { type PreparedFile } from '#state/transfer-store.ts';
import {
  createContext,
  type HTMLAttributes,
  type LiHTMLAttributes,
  use,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { WindowVirtualizer } from 'virtua';
import { FilePreview } from './file-preview.tsx';
import styles from './files-list.module.css';

/** Longer lists keep in the page only the files near the viewport. */
const WHOLE = 400;

const Length = createContext(0);

/** What was read, in the order in which it was given. A single article is shown with its text at once. */
export function FilesList({ files }: { readonly files: readonly PreparedFile[] }) {
  const [opened, setOpened] = useState<ReadonlySet<number>>(
    () => new Set(files.length === 1 ? files.map(({ handle }) => handle) : []),
  );
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The button that was pressed is gone; the form of a single article takes the focus itself.
    if (document.activeElement === document.body) box.current?.focus({ preventScroll: true });
  }, [files.length]);
  const keys = useMemo(() => keysOf(files), [files]);
  const twins = useMemo(() => twinsIn(files), [files]);
  const open = useCallback((handle: number, isOpen: boolean) => {
    setOpened((before) => {
      const next = new Set(before);
      if (isOpen) next.add(handle);
      else next.delete(handle);
      return next;
    });
  }, []);
  const draw = (file: PreparedFile) => (
    <FilePreview
      key={keys.get(file)}
      file={file}
      isShort={files.length > 3}
      isTwin={twins.has(file)}
      isOpen={opened.has(file.handle)}
      onOpen={open}
    />
  );
  return (
    <div ref={box} tabIndex={-1} className={styles.box}>
      {files.length > WHOLE ? (
        <Length value={files.length}>
          <WindowVirtualizer as={List} item={Row} data={files}>
            {draw}
          </WindowVirtualizer>
        </Length>
      ) : (
        <ul aria-label={t`Files`}>
          {files.map((file) => (
            <li key={keys.get(file)}>{draw(file)}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** Articles whose text an earlier one has already. */
function twinsIn(files: readonly PreparedFile[]): ReadonlySet<PreparedFile> {
  const ids = new Set<string>();
  return new Set(
    files.filter(({ reading }) => {
      if (reading.kind !== 'article') return false;
      const isTwin = ids.has(reading.article.id);
      ids.add(reading.article.id);
      return isTwin;
    }),
  );
}

/** Each file by its handle, but the first parts of a book by the book, so that choosing what it becomes keeps the focus. */
function keysOf(files: readonly PreparedFile[]): ReadonlyMap<PreparedFile, string> {
  const parts = new Map<number, number>();
  return new Map(
    files.map((file) => {
      if (!file.book) return [file, `file ${file.handle}`];
      const part = parts.get(file.book.id) ?? 0;
      parts.set(file.book.id, part + 1);
      return [file, `book ${file.book.id} ${part}`];
    }),
  );
}

function List(props: HTMLAttributes<HTMLUListElement>) {
  return <ul aria-label={t`Files`} {...props} />;
}

/** A row of a list that is not whole: it says which of how many it is. */
function Row({ index, ...rest }: LiHTMLAttributes<HTMLLIElement> & { readonly index: number }) {
  return <li aria-posinset={index + 1} aria-setsize={use(Length)} {...rest} />;
}
