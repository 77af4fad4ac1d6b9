interface SavePicker {
  readonly showSaveFilePicker: (options: { readonly suggestedName: string }) => Promise<FileSystemFileHandle>;
}

/** True where the user can be asked for a place on the disk that a file is then written to. */
export function canChooseSaveFile(): boolean {
  return 'showSaveFilePicker' in window;
}

/**
 * Asks the user where to save a file; to be called at a click. Undefined where the user thought better of it. Rejects where
 * the browser has no such question, or the place cannot be written to.
 */
export async function chooseSaveFile(suggestedName: string): Promise<FileSystemFileHandle | undefined> {
  try {
    return await (window as unknown as SavePicker).showSaveFilePicker({ suggestedName });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return undefined;
    throw error;
  }
}
