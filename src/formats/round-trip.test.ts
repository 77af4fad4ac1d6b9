import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Bundle } from '#core/project/project.ts';
import { projectLosses, wholesaleLosses } from './exchange/carries.ts';
import { type FilePart, type WriteOptions } from './exchange/dataset.ts';
import { exchangedBundleArbitrary, expectedAfter, readBack } from './exchange/round-trip.arbitrary.ts';
import { type Format } from './exchange/format.ts';
import { createLossList } from './exchange/losses.ts';
import { FORMATS } from './registry.ts';

/** As the export screen starts with. */
const OPTIONS: WriteOptions = {
  unit: 'code-point',
  overlaps: 'longest',
  rows: 'article',
  scheme: 'IOB2',
  variant: '',
  escapesFormulas: false,
  byteOrderMark: false,
};

const BOTH_WAYS = FORMATS.filter(({ read, write }) => read && write);

describe.each(BOTH_WAYS.flatMap((format) => variantsOf(format).map((variant) => ({ format, variant }))))(
  '$format.name $variant',
  ({ format, variant }) => {
    test('reading what was written gives the project but for exactly what the loss report names', async () => {
      const [createWriter, read] = await Promise.all([format.write!(), format.read!()]);
      fc.assert(
        fc.property(exchangedBundleArbitrary(), (bundle) => {
          const losses = createLossList();
          const unit = format.unit === 'tokens' ? 'code-point' : format.unit;
          const parts = writtenParts(format, createWriter, bundle, { ...OPTIONS, variant, unit }, losses);
          const back = readBack(read, parts, bundle, format.carries);
          expect(back.problems).toEqual([]);
          expect(back.layers).toEqual(expectedAfter(bundle, losses.all, format.carries).layers);
        }),
        { seed: 20240617, numRuns: 300 },
      );
    });
  },
);

function variantsOf({ variants }: Format): readonly string[] {
  return variants.length === 0 ? [''] : variants.map(({ id }) => id);
}

function writtenParts(
  format: Format,
  createWriter: Awaited<ReturnType<NonNullable<Format['write']>>>,
  { project, annotators, articles, layers }: Bundle,
  options: WriteOptions,
  losses: ReturnType<typeof createLossList>,
): readonly FilePart[] {
  const about = { project, annotators };
  const writer = createWriter(about, options, losses);
  projectLosses(about, format.carries, losses);
  const parts = [...writer.begin()];
  for (const article of articles) {
    const annotated = { article, layers: layers.filter(({ articleId }) => articleId === article.id), split: undefined };
    wholesaleLosses(annotated, format.carries, losses);
    parts.push(...writer.article(annotated));
  }
  return [...parts, ...writer.end()];
}
