import { type ReactNode, useEffect, useRef, useState } from 'react';
import styles from './drop-zone.module.css';

interface DropZoneProps {
  readonly onFiles: (files: readonly File[]) => void;
  readonly children: ReactNode;
}

/**
 * Takes files that are dropped anywhere on the page as long as it is shown, and says that it would while they hover. For the
 * keyboard use a file button.
 */
export function DropZone({ onFiles, children }: DropZoneProps) {
  const [isOver, setOver] = useState(false);
  const latest = useRef(onFiles);
  useEffect(() => {
    latest.current = onFiles;
  });
  useEffect(() => listen(setOver, (files) => latest.current(files)), []);
  return <div className={`${styles.zone} ${isOver ? styles.over : ''}`}>{children}</div>;
}

/** Listens on the whole page, since a file beside the zone would else be opened by the browser. */
function listen(setOver: (isOver: boolean) => void, onFiles: (files: readonly File[]) => void): () => void {
  // Entering a child fires before leaving its parent, so the two are counted.
  let depth = 0;
  const count = (next: number): void => {
    depth = Math.max(0, next);
    setOver(depth > 0);
  };
  const listening = new AbortController();
  const on = (kind: 'dragenter' | 'dragleave' | 'dragover' | 'drop', act: (transfer: DataTransfer) => void): void => {
    const hear = (event: DragEvent): void => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      if (kind === 'dragover' || kind === 'drop') event.preventDefault();
      act(event.dataTransfer);
    };
    addEventListener(kind, hear, { signal: listening.signal });
  };
  on('dragenter', () => {
    count(depth + 1);
  });
  on('dragleave', () => {
    count(depth - 1);
  });
  on('dragover', () => undefined);
  on('drop', ({ files }) => {
    count(0);
    onFiles([...files]);
  });
  return () => {
    listening.abort();
  };
}
