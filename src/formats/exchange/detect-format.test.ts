import { describe, expect, test } from 'vitest';
import { sampleBundle } from '#formats/native/sample-bundle.ts';
import { FORMATS } from '#formats/registry.ts';
import { type FilePart, type WriteOptions } from './dataset.ts';
import { headOf } from './detect-format.ts';
import { type Format } from './format.ts';
import { gatherDatasets } from './gather-datasets.ts';
import { type SourceFile } from './loose.ts';
import { createLossList } from './losses.ts';
import { filesOf } from './round-trip.arbitrary.ts';

const BOTH_WAYS = FORMATS.filter(({ read, write }) => read && write);
const CASES = BOTH_WAYS.flatMap((format) => {
  const variants = format.variants.length === 0 ? [''] : format.variants.map(({ id }) => id);
  return variants.map((variant) => ({ format, variant, id: format.id }));
});

describe.each(CASES)('what is written as $id $variant', ({ format, variant }) => {
  test('is recognised in an archive', async () => {
    const files = (await written(format, variant)).map(dropped);
    const gathered = gatherDatasets([{ kind: 'archive', path: 'a.zip', files }]);
    expect(gathered.map(({ format: found }) => found)).toEqual([format.id]);
    expect(gathered[0]!.files).toHaveLength(files.length);
  });

  test('is recognised file by file, but for texts, tables and readmes beside', async () => {
    const files = await written(format, variant);
    const gathered = gatherDatasets(files.map((file) => ({ kind: 'file', file: dropped(file) })));
    const found = gathered.map((group) => group.format).filter((each) => each !== 'text');
    expect([...new Set(found)]).toEqual([format.id]);
  });
});

function dropped({ path, bytes }: SourceFile) {
  return { head: headOf(path, bytes), source: null };
}

/** With a first article that is longer than what is looked at of a file. */
async function written(format: Format, variant: string): Promise<readonly SourceFile[]> {
  const { project, annotators, articles, layers } = sampleBundle();
  const createWriter = await format.write!();
  const options: WriteOptions = {
    unit: format.unit === 'tokens' ? 'code-point' : format.unit,
    overlaps: 'longest',
    rows: 'article',
    scheme: 'IOB2',
    variant,
    escapesFormulas: false,
    byteOrderMark: false,
  };
  const writer = createWriter({ project, annotators }, options, createLossList());
  const parts: FilePart[] = [...writer.begin()];
  for (const article of articles) {
    const own = layers.filter(({ articleId }) => articleId === article.id);
    const long = { ...article, text: `${article.text}${' More words.'.repeat(1000)}` };
    parts.push(...writer.article({ article: long, layers: own, split: undefined }));
  }
  return filesOf([...parts, ...writer.end()]);
}
