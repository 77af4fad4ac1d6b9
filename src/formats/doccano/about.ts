import { t } from '#language/t.ts';
import { CARRIES_ALL } from '#formats/exchange/carries.ts';
import { type Format } from '#formats/exchange/format.ts';

/** doccano's JSON Lines, for text labelling with or without relations. */
export const DOCCANO: Format = {
  id: 'doccano',
  name: 'doccano JSONL',
  description: t`For doccano: a file for each annotator. With relations it has to be imported as relation extraction; a project that allows no overlaps leaves overlapping spans out.`,
  extension: '.zip',
  unit: 'utf-16',
  carries: {
    ...CARRIES_ALL,
    fragments: 'no',
    attributes: 'no',
    notes: 'no',
    links: 'partly',
    ids: 'no',
    times: 'no',
    origin: 'no',
    guidelines: 'no',
    'label-set': 'no',
  },
  options: ['unit', 'variant'],
  variants: [
    { id: 'label', name: t`Labels only` },
    { id: 'entities', name: t`Entities and relations` },
  ],
  write: async () => (await import('./write.ts')).createDoccanoWriter,
  read: async () => (await import('./read.ts')).readDoccano,
  recognises: ({ path, start }) =>
    /\.jsonl?$/i.test(path) &&
    [
      /"(?:labels?|column_label|entities)"\s*:\s*\[\s*\[\s*\d/,
      /"(?:start_offset|offset_unit)"\s*:/,
      // A long text comes before all else that is doccano's.
      /^\uFEFF?\s*\[?\s*\{\s*"id"\s*:\s*\d+\s*,\s*"(?:text|data)"\s*:\s*"/,
    ].some((sign) => sign.test(start)),
};
