import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import { annotatorNames } from '#formats/exchange/annotator-names.ts';
import { type CreateWriter } from '#formats/exchange/dataset.ts';
import { datasetCard } from '#formats/hugging-face/dataset-card.ts';
import { COLUMNS, rowOf } from '#formats/hugging-face/row.ts';
import { SPAN_ROWS } from '#formats/hugging-face/write.ts';
import { huggingFaceMetadata, parquetSchema, parquetValue } from './parquet-schema.ts';

type Row = ReturnType<typeof rowOf>;

/** Rows are written in groups of so many, or of so many UTF-16 code units of text and spans, whichever is reached first. */
const MOST_ROWS = 500;
const MOST_UNITS = 4 * 1024 * 1024;

/** Parquet for the `datasets` library, one file for each split, group by group, and a dataset card. */
export const createParquetWriter: CreateWriter = (about) => {
  const nameOf = annotatorNames(about);
  const files = new Map<string, ParquetFile>();
  return {
    begin: () => [],
    *article(annotated) {
      const path = `data/${annotated.split ?? 'train'}.parquet`;
      const file = files.get(path) ?? createParquetFile();
      files.set(path, file);
      const content = file.add(rowOf(annotated, nameOf));
      if (content) yield { path, content };
    },
    *end() {
      for (const [path, file] of files) yield { path, content: file.finish() };
      yield { path: 'README.md', content: datasetCard(about, [...files.keys()].toSorted(), COLUMNS, SPAN_ROWS) };
    },
  };
};

/** A file that gives its bytes away as it grows. */
interface ParquetFile {
  /** The bytes of a group, where the row made one full. */
  readonly add: (row: Row) => Uint8Array | undefined;
  /** All that is left. */
  readonly finish: () => Uint8Array;
}

function createParquetFile(): ParquetFile {
  const bytes = new ByteWriter();
  const schema = parquetSchema(COLUMNS);
  const kvMetadata = [{ key: 'huggingface', value: huggingFaceMetadata(COLUMNS) }];
  const parquet = new ParquetWriter({ writer: bytes, schema, kvMetadata, createdBy: 'Spanmark' });
  let rows: Row[] = [];
  let units = 0;

  const taken = (): Uint8Array => {
    const copy = bytes.getBytes().slice();
    // The writer goes on counting, but has its room again.
    bytes.index = 0;
    return copy;
  };
  const writeGroup = (): void => {
    if (rows.length === 0) return;
    const columnData = COLUMNS.map(({ name }) => {
      return { name, data: rows.map((row) => parquetValue(row[name as keyof Row])) };
    });
    void parquet.write({ columnData, rowGroupSize: rows.length });
    rows = [];
    units = 0;
  };
  return {
    add: (row) => {
      rows.push(row);
      units += row.text.length + row.spans.reduce((sum, { text }) => sum + text.length + SPAN_UNITS, 0);
      if (rows.length < MOST_ROWS && units < MOST_UNITS) return undefined;
      writeGroup();
      return taken();
    },
    finish: () => {
      writeGroup();
      void parquet.finish();
      return taken();
    },
  };
}

/** What a span needs besides its words. */
const SPAN_UNITS = 200;
