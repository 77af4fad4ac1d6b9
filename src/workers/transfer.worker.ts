import { expose } from 'comlink';
import { type Bundle } from '#core/project/project.ts';
import { bundleChunks } from '#formats/native/write.ts';
import { type FileReading, problemWithFileSize, readFileBytes } from '#formats/read-file.ts';

/** Reading and writing files off the main thread; workers/transfer.ts is its client. */
const transferWork = {
  async readFile(file: File): Promise<FileReading> {
    const tooLarge = problemWithFileSize(file.size);
    if (tooLarge) return { kind: 'problems', fileName: file.name, problems: [tooLarge] };
    try {
      return readFileBytes(file.name, new Uint8Array(await file.arrayBuffer()));
    } catch (error) {
      if (!(error instanceof DOMException)) throw error;
      const message = `the browser could not read the file (${error.name}): it was moved, changed or locked since it was chosen`;
      return { kind: 'problems', fileName: file.name, problems: [{ place: 'file', message }] };
    }
  },

  writeBundleBlob(bundle: Bundle): Blob {
    return new Blob([...bundleChunks(bundle)], { type: 'application/json' });
  },
};

export type TransferWork = typeof transferWork;

expose(transferWork);
