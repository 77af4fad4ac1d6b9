import { type SchemaElement } from 'hyparquet-writer';
import { type Column } from '#formats/hugging-face/columns.ts';

/**
 * The columns as Parquet's flat list of schema elements. Everything is OPTIONAL although nothing is ever null: the
 * `datasets` library takes no notice of its own metadata where a column is REQUIRED.
 */
export function parquetSchema(columns: readonly Column[]): SchemaElement[] {
  return [{ name: 'root', num_children: columns.length }, ...columns.flatMap((column) => elementsOf(column))];
}

function elementsOf(column: Column): readonly SchemaElement[] {
  const named = { name: column.name, repetition_type: 'OPTIONAL' } as const;
  switch (column.kind) {
    case 'text':
      return [{ ...named, type: 'BYTE_ARRAY', converted_type: 'UTF8', logical_type: { type: 'STRING' } }];
    case 'whole':
      return [{ ...named, type: 'INT64' }];
    case 'rows':
      return [
        { ...named, num_children: 1, converted_type: 'LIST', logical_type: { type: 'LIST' } },
        { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
        { name: 'element', repetition_type: 'OPTIONAL', num_children: column.columns.length },
        ...column.columns.flatMap((inner) => elementsOf(inner)),
      ];
    default:
      throw new TypeError(`no Parquet column is made of ${column.kind}`);
  }
}

/** The value with whole numbers as Parquet's 64 bits take them. */
export function parquetValue(value: unknown): unknown {
  if (typeof value === 'number') return BigInt(value);
  if (Array.isArray(value)) return value.map(parquetValue);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, parquetValue(each)]));
}

/**
 * What the library's `huggingface` metadata says of the columns. Lists of rows are left out: it finds these by itself, and
 * its versions do not agree on what they are called.
 */
export function huggingFaceMetadata(columns: readonly Column[]): string {
  const features = columns.flatMap(({ name, kind }) => {
    if (kind !== 'text' && kind !== 'whole') return [];
    return [[name, { dtype: kind === 'text' ? 'string' : 'int64', _type: 'Value' }] as const];
  });
  return JSON.stringify({ info: { features: Object.fromEntries(features) } });
}
