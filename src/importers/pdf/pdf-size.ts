import { t } from '#language/t.ts';
import { type Problem } from '#formats/problem.ts';
import { inMebi } from '#formats/wording.ts';

/** The largest PDF that is read, in bytes. */
export const MAX_PDF_BYTES = 200 * 1024 * 1024;

/** What is wrong with a PDF of this many bytes, before it is read; undefined where its size is fine. */
export function problemWithPdfSize(bytes: number): Problem | undefined {
  if (bytes <= MAX_PDF_BYTES) return undefined;
  const [size, limit] = [inMebi(bytes), inMebi(MAX_PDF_BYTES)];
  const message = t`the PDF has ${size} MiB and at most ${limit} MiB are read: save the pages of the article as a PDF of their own`;
  return { place: 'file', message };
}
