import { t } from '#language/t.ts';
import { HUGGING_FACE } from '#formats/hugging-face/about.ts';
import { type Format } from '#formats/exchange/format.ts';

/** The rows of Hugging Face JSONL as Parquet. */
export const HUGGING_FACE_PARQUET: Format = {
  id: 'hugging-face-parquet',
  name: 'Hugging Face Parquet',
  description: t`For the datasets library, DuckDB and pandas: the rows of Hugging Face JSONL, small and with their types.`,
  extension: '.zip',
  unit: 'code-point',
  carries: HUGGING_FACE.carries,
  options: [],
  variants: [],
  write: async () => (await import('./write.ts')).createParquetWriter,
  recognises: ({ path, start, isArchive }) => (isArchive ? /\.parquet$/im.test(start) : /\.parquet$/i.test(path)),
};
