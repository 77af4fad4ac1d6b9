import { t } from '#language/t.ts';
import { CARRIES_ALL } from '#formats/exchange/carries.ts';
import { type Format } from '#formats/exchange/format.ts';

/** A page that anybody can read in a browser, with the spans drawn as they are here. */
export const READING_PAGE: Format = {
  id: 'reading-page',
  name: t`Page for reading (HTML)`,
  nameInFiles: 'Page for reading (HTML)',
  description: t`For handing an annotated article to readers: one HTML file with the text, its spans as they are drawn here, a legend and a list of the spans with notes and links.`,
  extension: '.html',
  unit: 'utf-16',
  isForPeople: true,
  carries: {
    ...CARRIES_ALL,
    ids: 'no',
    times: 'no',
    origin: 'no',
    status: 'no',
    guidelines: 'no',
    'label-set': 'no',
  },
  options: [],
  variants: [],
  write: async () => (await import('./write.ts')).createReadingPageWriter,
  recognises: ({ path, start }) =>
    /\.html?$/i.test(path) && start.includes('<meta name="generator" content="Spanmark">'),
};
