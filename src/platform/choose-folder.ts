interface FolderPicker {
  readonly showDirectoryPicker: (options: {
    readonly id: string;
    readonly mode: 'read' | 'readwrite';
  }) => Promise<FileSystemDirectoryHandle>;
}

interface WithPermission {
  readonly queryPermission: (options: { readonly mode: 'readwrite' }) => Promise<PermissionState>;
  readonly requestPermission: (options: { readonly mode: 'readwrite' }) => Promise<PermissionState>;
}

/** True where the user can be asked for a folder that is then written to. */
export function canChooseFolder(): boolean {
  return 'showDirectoryPicker' in window;
}

/** Asks the user for a folder; to be called at a click. Undefined where the user thought better of it. */
export async function chooseFolder(mode: 'read' | 'readwrite'): Promise<FileSystemDirectoryHandle | undefined> {
  try {
    return await (window as unknown as FolderPicker).showDirectoryPicker({ id: 'spanmark', mode });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return undefined;
    throw error;
  }
}

/** Whether the folder may be written to now; with `asks`, to be called at a click, the browser may ask the user. */
export async function mayWriteTo(folder: FileSystemDirectoryHandle, asks: boolean): Promise<boolean> {
  const handle = folder as unknown as WithPermission;
  const ask = asks ? handle.requestPermission : handle.queryPermission;
  return (await ask.call(handle, { mode: 'readwrite' })) === 'granted';
}
