import { type Bundle } from '#core/project/project.ts';
import { bundleChunks, createBundleWriter } from '#formats/native/write.ts';
import { type MeasuredArticle, measuredArticle } from '#formats/native/write-layer.ts';
import { type Database } from '#storage/database.ts';
import { walkBundle } from '#storage/walk-bundle.ts';
import { type BundleChoice } from '#storage/walk-start.ts';
import { gatherBlob } from './gather-blob.ts';
import { inHundredths } from './in-hundredths.ts';

/** A file that was made, and how much is in it. */
export interface MadeFile {
  readonly blob: Blob;
  readonly articles: number;
  readonly layers: number;
  readonly spans: number;
  /** The title of the last article; empty where there is none. */
  readonly title: string;
}

/** Makes files. */
export interface MakeFileWork {
  /** The chosen part of a project as a native JSON file, read and written piece by piece. */
  readonly makeFile: (choice: BundleChoice, report: (done: number, total: number) => void) => Promise<MadeFile>;
  /** What is in memory as a native JSON file. Throws where a layer's article is missing. */
  readonly writeBundleBlob: (bundle: Bundle) => Blob;
}

const JSON_TYPE = 'application/json';

/** The work of the worker that makes files, which tests run without one. */
export function createMakeFileWork(database: () => Promise<Database>): MakeFileWork {
  return {
    makeFile: async (choice, report) => {
      const writer = createBundleWriter();
      const file = gatherBlob(JSON_TYPE);
      let [articles, layers, spans, title] = [0, 0, 0, ''];
      let measured: { readonly text: string; readonly of: MeasuredArticle } | undefined;
      await walkBundle(await database(), choice, {
        start: (project, annotators) => file.add(writer.start(project, annotators)),
        article: (article) => {
          articles += 1;
          title = article.title;
          file.add(writer.article(article));
        },
        layer: (layer, text) => {
          if (layers === 0) file.add(writer.turnToLayers());
          layers += 1;
          spans += layer.spans.length;
          if (measured?.text !== text) measured = { text, of: measuredArticle({ text }) };
          file.add(writer.layer(layer, measured.of));
        },
        report: inHundredths(report),
      });
      if (layers === 0) file.add(writer.turnToLayers());
      file.add(writer.end());
      return { blob: file.blob(), articles, layers, spans, title };
    },
    writeBundleBlob: (bundle) => {
      const file = gatherBlob(JSON_TYPE);
      for (const chunk of bundleChunks(bundle)) file.add(chunk);
      return file.blob();
    },
  };
}
