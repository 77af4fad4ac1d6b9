import { type Bundle } from '#core/bundle/bundle.ts';
import { bundleChunks, type BundleWriter, createBundleWriter } from '#formats/native/write.ts';
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
  /** How many layers were to have their edits with them and have not: their log is damaged, or not what the layer is read as. */
  readonly withoutEdits: number;
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
      let [articles, layers, spans, title, withoutEdits] = [0, 0, 0, '', 0];
      const wantsLogs = choice.withLogs && choice.whose.kind !== 'gold';
      const measure = measuredInTurn();
      const turnTo = turnsOf(writer, (text) => file.add(text));
      await walkBundle(await database(), choice, {
        start: (project, annotators) => file.add(writer.start(project, annotators)),
        article: (article) => {
          articles += 1;
          title = article.title;
          file.add(writer.article(article));
        },
        layer: (layer, text) => {
          turnTo('layers');
          layers += 1;
          spans += layer.spans.length;
          if (wantsLogs && !layer.log) withoutEdits += 1;
          file.add(writer.layer(layer, measure(text)));
        },
        decision: (decision, text) => {
          turnTo('decisions');
          file.add(writer.decision(decision, measure(text)));
        },
        thread: (thread, text) => {
          turnTo('threads');
          file.add(writer.thread(thread, measure(text)));
        },
        report: inHundredths(report),
      });
      turnTo('threads');
      file.add(writer.end());
      return { blob: file.blob(), articles, layers, spans, title, withoutEdits };
    },
    writeBundleBlob: bundleBlob,
  };
}

/** A bundle as a native JSON file. Throws where a layer's article is missing. */
export function bundleBlob(bundle: Bundle): Blob {
  const file = gatherBlob(JSON_TYPE);
  for (const chunk of bundleChunks(bundle)) file.add(chunk);
  return file.blob();
}

const LISTS = ['layers', 'decisions', 'threads'] as const;

/** Turns to a list, through those before it, unless it has come to it already. */
function turnsOf(writer: BundleWriter, add: (text: string) => void): (list: (typeof LISTS)[number]) => void {
  let reached = 0;
  return (list) => {
    for (; reached <= LISTS.indexOf(list); reached += 1) add(writer.turnTo(LISTS[reached]!));
  };
}

/** Measures a text unless it is the one of the time before. */
function measuredInTurn(): (text: string) => MeasuredArticle {
  let measured: { readonly text: string; readonly of: MeasuredArticle } | undefined;
  return (text) => {
    if (measured?.text !== text) measured = { text, of: measuredArticle({ text }) };
    return measured.of;
  };
}
