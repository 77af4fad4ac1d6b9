import { type ReactNode, useEffect, useRef, useState } from 'react';
import styles from './drop-zone.module.css';
import { type Folder, readFolder } from './dropped-folders.ts';

interface DropZoneProps {
  readonly onFiles: (files: readonly (File | Folder)[]) => void;
  readonly children: ReactNode;
}

/**
 * Takes files and folders that are dropped anywhere on the page as long as it is shown, and says that it would while they hover. For the
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
function listen(setOver: (isOver: boolean) => void, onFiles: DropZoneProps['onFiles']): () => void {
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
  on('drop', (transfer) => {
    count(0);
    take(transfer, onFiles);
  });
  return () => {
    listening.abort();
  };
}

function take({ items, files }: DataTransfer, onFiles: DropZoneProps['onFiles']): void {
  // What was dropped can be asked for only now.
  const dropped = Array.from(items, (item) => ({ entry: item.webkitGetAsEntry(), file: item.getAsFile() }));
  if (dropped.some(({ entry }) => entry?.isDirectory)) void withFolders(dropped).then(onFiles);
  else onFiles([...files]);
}

interface DroppedItem {
  readonly entry: FileSystemEntry | null;
  readonly file: File | null;
}

async function withFolders(dropped: readonly DroppedItem[]): Promise<readonly (File | Folder)[]> {
  const all: (File | Folder)[] = [];
  for (const { entry, file } of dropped) {
    if (entry?.isDirectory) all.push(await readFolder(entry));
    else if (file) all.push(file);
  }
  return all;
}
