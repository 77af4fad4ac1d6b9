import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { type LossLog } from '#formats/exchange/losses.ts';

/** A JSON file that takes losses as they come, since there may be more of them than there are spans. */
export interface LossFile extends LossLog {
  /** To be called once; the file is whole afterwards. */
  readonly close: () => void;
}

/** So many UTF-16 code units are written at once. */
const AT_ONCE = 64 * 1024;

/** Begins the file with what is known already, each as a list of its name; the losses follow. */
export function openLossFile(path: string, known: Readonly<Record<string, readonly unknown[]>>): LossFile {
  mkdirSync(dirname(resolve(path)), { recursive: true });
  const file = openSync(path, 'w');
  const lists = Object.entries(known).map(([name, items]) => `  ${JSON.stringify(name)}: ${listOf(items)},\n`);
  let waiting = `{\n${lists.join('')}  "losses": [`;
  let isFirst = true;
  const write = (): void => {
    writeSync(file, waiting);
    waiting = '';
  };
  return {
    add: (loss) => {
      waiting += `${isFirst ? '' : ','}\n    ${JSON.stringify(loss)}`;
      isFirst = false;
      if (waiting.length >= AT_ONCE) write();
    },
    close: () => {
      waiting += isFirst ? ']\n}\n' : '\n  ]\n}\n';
      write();
      closeSync(file);
    },
  };
}

/** A list with an item on each line. */
function listOf(items: readonly unknown[]): string {
  if (items.length === 0) return '[]';
  return `[\n${items.map((item) => `    ${JSON.stringify(item)}`).join(',\n')}\n  ]`;
}
