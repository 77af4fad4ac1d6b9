import { type ReactNode, useRef } from 'react';
import { Button } from './button.tsx';

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
