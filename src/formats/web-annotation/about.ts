import { t } from '#language/t.ts';
import { CARRIES_ALL } from '#formats/exchange/carries.ts';
import { type Format } from '#formats/exchange/format.ts';

/** W3C Web Annotation JSON-LD, by the standard and as Recogito and Hypothesis write it. */
export const WEB_ANNOTATION: Format = {
  id: 'web-annotation',
  name: 'W3C Web Annotation',
  description: t`JSON-LD for archives, libraries and annotation servers, with each article’s text beside it; also read from Recogito and Hypothesis.`,
  extension: '.zip',
  unit: 'code-point',
  carries: {
    ...CARRIES_ALL,
    origin: 'no',
    guidelines: 'no',
    'label-set': 'no',
  },
  options: ['variant'],
  variants: [
    { id: 'spec', name: t`By the standard: offsets in code points, everything in one file for each article` },
    { id: 'recogito', name: t`For Recogito and Hypothesis: offsets in UTF-16, links in a file of their own` },
  ],
  write: async () => (await import('./write.ts')).createWebAnnotationWriter,
  read: async () => (await import('./read.ts')).readWebAnnotation,
  recognises: ({ path, start, isArchive }) => {
    if (isArchive) return /\.(?:jsonld|links\.json)$/im.test(start);
    if (!/\.json(?:ld|l)?$/i.test(path)) return false;
    return (
      start.includes('/ns/anno.jsonld') ||
      start.includes('TextQuoteSelector') ||
      start.includes('TextPositionSelector') ||
      (start.includes('"bodies"') && start.includes('"target"'))
    );
  },
};
