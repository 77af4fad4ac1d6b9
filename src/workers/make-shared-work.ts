import { type Bundle } from '#core/bundle/bundle.ts';
import { bundleToAnnotate, bundleToReturn, bundleToReview, type ReturnChoice } from '#core/bundle/hand-over.ts';
import { EVERYONE } from '#core/bundle/whose.ts';
import { type Annotator, type AnnotatorId, type ArticleId, type Project } from '#core/project/project.ts';
import { createZipStream } from '#formats/exchange/zip-stream.ts';
import { bundleChunks } from '#formats/native/write.ts';
import { type Database } from '#storage/database.ts';
import { loadBundle } from '#storage/load-bundle.ts';
import { loadAnnotators } from '#storage/projects.ts';
import { gatherBlob } from './gather-blob.ts';
import { inHundredths } from './in-hundredths.ts';
import { bundleBlob } from './make-file-work.ts';

/** What goes into a file that one person hands to another. */
export type HandedOver =
  | { readonly kind: 'review'; readonly annotatorId: AnnotatorId }
  | ({ readonly kind: 'return' } & ReturnChoice)
  | { readonly kind: 'annotate'; readonly annotator: Annotator; readonly articleIds: ReadonlySet<ArticleId> };

/** Files that are made together. */
export interface SharedChoice {
  readonly project: Project;
  readonly articleIds: ReadonlySet<ArticleId>;
  readonly files: readonly { readonly fileName: string; readonly content: HandedOver }[];
}

/** Makes files that people hand to each other. */
export interface MakeSharedWork {
  /** The file, or where there are several a ZIP archive of them; each is a native JSON file. */
  readonly makeShared: (choice: SharedChoice, report: (done: number, total: number) => void) => Promise<Blob>;
}

/** The work of the worker that makes files, which tests run without one. */
export function createMakeSharedWork(database: () => Promise<Database>): MakeSharedWork {
  return {
    makeShared: async ({ project, articleIds, files }, report) => {
      const open = await database();
      // Everybody, since a message may be of somebody without a layer.
      const annotators = await loadAnnotators(open);
      const whole = await loadBundle(open, { project, articleIds, whose: EVERYONE }, inHundredths(report));
      const bundle: Bundle = { ...whole, annotators };
      const [only] = files;
      if (only && files.length === 1) return bundleBlob(bundleToHandOver(bundle, only.content));
      const archive = gatherBlob('application/zip');
      const encoder = new TextEncoder();
      const zip = createZipStream((bytes) => {
        archive.add(bytes as Uint8Array<ArrayBuffer>);
      });
      for (const { fileName, content } of files) {
        const entry = zip.file(fileName);
        for (const chunk of bundleChunks(bundleToHandOver(bundle, content))) entry.add(encoder.encode(chunk));
        entry.end();
      }
      zip.end();
      return archive.blob();
    },
  };
}

function bundleToHandOver(bundle: Bundle, content: HandedOver): Bundle {
  switch (content.kind) {
    case 'review':
      return bundleToReview(bundle, content.annotatorId);
    case 'return':
      return bundleToReturn(bundle, content);
    case 'annotate':
      return bundleToAnnotate(bundle, content.annotator, content.articleIds);
  }
}
