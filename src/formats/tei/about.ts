import { type Format } from '#formats/exchange/format.ts';

/** TEI P5 with stand-off annotations; written only. */
export const TEI: Format = {
  id: 'tei',
  name: 'TEI P5 stand-off',
  description:
    'For editions and archives: a TEI document for each article, with its text untouched and annotations that point into it.',
  extension: '.zip',
  unit: 'code-point',
  carries: {
    text: 'partly',
    overlaps: 'yes',
    fragments: 'yes',
    attributes: 'partly',
    notes: 'partly',
    links: 'yes',
    annotators: 'yes',
    ids: 'yes',
    times: 'yes',
    origin: 'no',
    status: 'yes',
    about: 'yes',
    guidelines: 'no',
    'label-set': 'no',
  },
  options: [],
  variants: [],
  write: async () => (await import('./write.ts')).createTeiWriter,
};
