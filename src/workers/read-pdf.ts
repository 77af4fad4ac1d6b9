import { type Problem } from '#formats/problem.ts';
import { type Article } from '#core/project/project.ts';
import { freezeDraft, withoutFaults } from '#importers/freeze-draft.ts';
import { problemWithPdfSize } from '#importers/pdf/pdf-size.ts';
import { bytesOf, type FileSource } from './open-files.ts';

/** The article in a PDF with what of it was left out, or why there is none. */
export type PdfReading =
  | {
      readonly kind: 'article';
      readonly fileName: string;
      readonly article: Article;
      readonly notes: readonly Problem[];
    }
  | { readonly kind: 'problems'; readonly fileName: string; readonly problems: readonly Problem[] };

/** Reads a PDF; its reader is loaded with the first of them. `report` hears how many of its pages are read. */
export async function readPdfFile(
  fileName: string,
  source: FileSource,
  report: (done: number, total: number) => void,
): Promise<PdfReading> {
  const bytes = await bytesOf(source, problemWithPdfSize);
  if (!(bytes instanceof Uint8Array)) return { kind: 'problems', fileName, problems: [bytes] };
  const { readPdf } = await import('#importers/pdf/read.ts');
  // The reader takes the bytes over, and a file of an archive may be read again.
  const { drafts, problems } = await readPdf(bytes.slice(), fileName, report);
  const [draft] = drafts;
  if (!draft) return { kind: 'problems', fileName, problems };
  const result = freezeDraft(withoutFaults(draft), fileName);
  if (!result.ok) return { kind: 'problems', fileName, problems: result.problems };
  return { kind: 'article', fileName, article: result.value, notes: problems };
}
