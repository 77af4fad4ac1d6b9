import { type getDocument } from 'pdfjs-dist';

/** The part of pdf.js that is used. */
export interface PdfJs {
  readonly getDocument: typeof getDocument;
}

/**
 * Loads pdf.js in the build for browsers as old as ours. Its own worker is loaded beside it and runs in this thread, which is
 * a worker already: it finds it under this global name, and starts none of its own then.
 */
export async function loadPdfJs(): Promise<PdfJs> {
  await import('pdfjs-dist/legacy/build/pdf.worker.min.mjs');
  return import('pdfjs-dist/legacy/build/pdf.mjs');
}
