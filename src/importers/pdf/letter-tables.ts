/**
 * Addresses of the tables that say which letters the codes of Chinese, Japanese and Korean fonts stand for, where a PDF names
 * one and does not hold it. They come with pdf.js; each is loaded from here when the first such font is met.
 */
const ADDRESSES = import.meta.glob<string>('/node_modules/pdfjs-dist/cmaps/*.bcmap', {
  query: '?url&no-inline',
  import: 'default',
  eager: true,
});

/** What pdf.js asks for. */
interface Asked {
  readonly kind: string;
  readonly filename: string;
}

/** What pdf.js makes one of for each file. */
type Tables = new () => { readonly fetch: (asked: Asked) => Promise<Uint8Array> };

/**
 * Hands pdf.js the tables that it asks for by name, and nothing else: fonts and pictures are not drawn. What cannot be loaded is
 * told to `miss`; pdf.js goes on without it, and the letters of that font are lost.
 */
export function letterTables(miss: (name: string) => void): Tables {
  return class {
    async fetch({ kind, filename }: Asked): Promise<Uint8Array> {
      const address = kind === 'cMapUrl' ? ADDRESSES[`/node_modules/pdfjs-dist/cmaps/${filename}`] : undefined;
      if (address === undefined) throw new Error(`${filename} is not there`);
      const answer = await fetch(address).catch(() => undefined);
      if (answer?.ok) return new Uint8Array(await answer.arrayBuffer());
      miss(filename);
      throw new Error(`${filename} could not be loaded`);
    }
  };
}
