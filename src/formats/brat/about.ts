import { t } from '#language/t.ts';
import { CARRIES_ALL } from '#formats/exchange/carries.ts';
import { type Format } from '#formats/exchange/format.ts';

/** brat's standoff files: texts with annotations beside them. */
export const BRAT: Format = {
  id: 'brat',
  name: 'brat standoff',
  description: t`For brat and what reads its files: a text and an annotation file per article, a folder per annotator.`,
  extension: '.zip',
  unit: 'code-point',
  carries: {
    ...CARRIES_ALL,
    links: 'partly',
    origin: 'no',
    status: 'no',
    about: 'no',
    guidelines: 'no',
    'label-set': 'no',
  },
  options: [],
  variants: [],
  write: async () => (await import('./write.ts')).createBratWriter,
  read: async () => (await import('./read.ts')).readBrat,
  recognises: ({ path, start, isArchive }) =>
    isArchive ? /\.(?:ann|a1|a2)$/im.test(start) : /\.(?:ann|a1|a2)$/i.test(path),
};
