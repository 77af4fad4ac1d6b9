import { t } from '#language/t.ts';
import { type Bundle } from '#core/bundle/bundle.ts';
import { type Article } from '#core/project/project.ts';
import { MAX_FILE_BYTES } from './limits.ts';
import { readBundle } from './native/read.ts';
import { decodeText } from './plain-text/decode.ts';
import { readTextArticle } from './plain-text/read.ts';
import { type Problem, type ReadResult } from './problem.ts';
import { inMebi } from './wording.ts';

/** What a file turned out to hold: a project, an article, or what is wrong with it. */
export type FileReading =
  | { readonly kind: 'bundle'; readonly fileName: string; readonly bundle: Bundle }
  | {
      readonly kind: 'article';
      readonly fileName: string;
      readonly article: Article;
      /** What was lost on the way. */
      readonly notes?: readonly Problem[];
    }
  | { readonly kind: 'problems'; readonly fileName: string; readonly problems: readonly Problem[] };

/** What is wrong with a file of this many bytes, before it is read; undefined where its size is fine. */
export function problemWithFileSize(bytes: number): Problem | undefined {
  if (bytes === 0) return { place: 'file', message: t`the file is empty` };
  if (bytes <= MAX_FILE_BYTES) return undefined;
  const limit = inMebi(MAX_FILE_BYTES);
  const message = t`the file has ${inMebi(bytes)} MiB and at most ${limit} MiB are read at once: export chosen articles in parts, or split the text, and import the parts one after another`;
  return { place: 'file', message };
}

/**
 * Reads a file as a bundle or as the text of an article. Never throws; a file that is neither gives problems. `report` hears
 * how far the checks of a bundle are.
 */
export function readFileBytes(
  fileName: string,
  bytes: Uint8Array,
  as: 'bundle' | 'text',
  report: (done: number, total: number) => void = () => undefined,
): FileReading {
  const sizeProblem = problemWithFileSize(bytes.length);
  if (sizeProblem) return { kind: 'problems', fileName, problems: [sizeProblem] };
  const decoded = decodeText(bytes);
  if (!decoded.ok) return { kind: 'problems', fileName, problems: decoded.problems };
  const raw = decoded.value;
  return as === 'bundle' ? bundleReading(fileName, readBundle(raw, report)) : articleReading(fileName, raw);
}

function bundleReading(fileName: string, result: ReadResult<Bundle>): FileReading {
  if (!result.ok) return { kind: 'problems', fileName, problems: result.problems };
  return { kind: 'bundle', fileName, bundle: result.value };
}

function articleReading(fileName: string, raw: string): FileReading {
  const result = readTextArticle(fileName, raw);
  if (!result.ok) return { kind: 'problems', fileName, problems: result.problems };
  return { kind: 'article', fileName, article: result.value };
}
