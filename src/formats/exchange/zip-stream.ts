import { Zip, ZipDeflate } from 'fflate';

/** A ZIP archive that is made while it is handed on. */
export interface ZipStream {
  /** Begins a file of the archive, after the one before has ended. Its path may have any characters, as UTF-8. */
  readonly file: (path: string) => { readonly add: (bytes: Uint8Array) => void; readonly end: () => void };
  /** Ends the archive. */
  readonly end: () => void;
}

/** Nothing of the clock goes in, so that the same content is always the same archive. The format begins with 1980. */
const MADE_AT = new Date(1980, 0, 1);

/** An archive whose bytes go to `onBytes` as they come; none of it is kept. */
export function createZipStream(onBytes: (bytes: Uint8Array) => void): ZipStream {
  const zip = new Zip((error, bytes) => {
    // Deflating on this thread has nothing to fail by but a mistake in its use.
    if (error) throw error;
    onBytes(bytes);
  });
  return {
    file: (path) => {
      const entry = new ZipDeflate(path, { level: 6 });
      entry.mtime = MADE_AT;
      zip.add(entry);
      return {
        add: (bytes) => {
          entry.push(bytes);
        },
        end: () => {
          entry.push(new Uint8Array(0), true);
        },
      };
    },
    end: () => {
      zip.end();
    },
  };
}
