import { t } from '#language/t.ts';
import { CARRIES_ALL } from '#formats/exchange/carries.ts';
import { type Format } from '#formats/exchange/format.ts';

/** TEI P5 with stand-off annotations; written only. */
export const TEI: Format = {
  id: 'tei',
  name: 'TEI P5 stand-off',
  description: t`For editions and archives: a TEI document for each article, with its text untouched and annotations that point into it.`,
  extension: '.zip',
  unit: 'code-point',
  carries: {
    ...CARRIES_ALL,
    text: 'partly',
    attributes: 'partly',
    notes: 'partly',
    origin: 'no',
    guidelines: 'no',
    'label-set': 'no',
  },
  options: [],
  variants: [],
  write: async () => (await import('./write.ts')).createTeiWriter,
  recognises: ({ path, start, isArchive }) => !isArchive && /\.(?:xml|tei)$/i.test(path) && /<TEI[\s>]/.test(start),
};
