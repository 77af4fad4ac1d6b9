/** Where the journal's files are. Everything that was appended is on the disk when the promise resolves. */
export interface JournalFolder {
  readonly names: () => Promise<readonly string[]>;
  /** The content of a file; rejects where there is none of that name. */
  readonly read: (name: string) => Promise<Blob>;
  /** Cuts the file, which is made where there is none, at this size, and appends the bytes there. */
  readonly append: (name: string, at: number, bytes: Uint8Array<ArrayBuffer>) => Promise<void>;
  readonly remove: (name: string) => Promise<void>;
}
