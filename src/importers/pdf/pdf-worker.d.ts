/** Sets globalThis.pdfjsWorker, and is named for nothing else. */
declare module 'pdfjs-dist/legacy/build/pdf.worker.min.mjs';
