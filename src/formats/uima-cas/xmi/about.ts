import { t } from '#language/t.ts';
import { CARRIES_ALL } from '#formats/exchange/carries.ts';
import { type Format } from '#formats/exchange/format.ts';

/** UIMA CAS XMI (XML 1.0), with its type system in a file beside it. */
export const CAS_XMI: Format = {
  id: 'cas-xmi',
  name: 'UIMA CAS XMI',
  description: t`For Apache UIMA, INCEpTION and other Java tools: a file for each article and annotator, and TypeSystem.xml.`,
  extension: '.zip',
  unit: 'utf-16',
  carries: {
    ...CARRIES_ALL,
    // Control characters are not in XML.
    text: 'partly',
    attributes: 'partly',
    notes: 'partly',
    origin: 'no',
    guidelines: 'no',
    'label-set': 'no',
  },
  options: [],
  variants: [],
  write: async () => (await import('./write.ts')).createCasXmiWriter,
  read: async () => (await import('./read.ts')).readCasXmi,
  recognises: ({ start, isArchive }) =>
    isArchive
      ? /\.xmi$/im.test(start)
      : start.includes('http://www.omg.org/XMI') || start.includes('<typeSystemDescription'),
};
