import { type ReactNode, useRef } from 'react';
import { Button } from './button.tsx';
import { type Folder, foldersOf } from './dropped-folders.ts';

interface FileButtonProps {
  readonly accept: string;
  readonly onFiles: (files: readonly File[]) => void;
  readonly look?: 'plain' | 'primary';
  readonly children: ReactNode;
}

/** A button that lets the user choose files; choosing the same file again counts as well. */
export function FileButton({ accept, onFiles, look = 'plain', children }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept={accept}
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          event.target.value = '';
          if (files.length > 0) onFiles(files);
        }}
      />
      <Button look={look} onClick={() => input.current?.click()}>
        {children}
      </Button>
    </>
  );
}

interface FolderButtonProps {
  readonly onFolders: (folders: readonly Folder[]) => void;
  readonly children: ReactNode;
}

/** What the types of React do not know. */
const WHOLE_FOLDERS = { webkitdirectory: '' };

/** A button that lets the user choose a folder with all that is in it. */
export function FolderButton({ onFolders, children }: FolderButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        {...WHOLE_FOLDERS}
        onChange={(event) => {
          const folders = foldersOf([...(event.target.files ?? [])]);
          event.target.value = '';
          if (folders.length > 0) onFolders(folders);
        }}
      />
      <Button onClick={() => input.current?.click()}>{children}</Button>
    </>
  );
}
