import { type ReadDrafts } from './importer.ts';
import { type ArticleKind } from './kind-of-file.ts';

/** Kinds that a browser’s own reader of markup is needed for, which workers do not have. */
export type KindOfPage = Exclude<ArticleKind, 'docx'>;

/** The reader of a kind of file; its code comes when the first such file does. Others are read in a worker. */
export async function loadImporter(kind: KindOfPage): Promise<ReadDrafts> {
  switch (kind) {
    case 'html':
      return (await import('./html/read.ts')).readHtml;
    case 'mhtml':
      return (await import('./html/read.ts')).readMhtml;
    case 'epub':
      return (await import('./epub/read.ts')).readEpub;
  }
}
