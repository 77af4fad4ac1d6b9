import { t } from '#language/t.ts';
import { CARRIES_ALL } from '#formats/exchange/carries.ts';
import { type Format } from '#formats/exchange/format.ts';

/** CoNLL 2002 and 2003: one token per line with a tag, a file for each annotator. */
export const CONLL: Format = {
  id: 'conll',
  name: 'CoNLL 2002 / 2003',
  description: t`For trainers of name taggers: one token per line with its tag, a blank line after each sentence; the texts are beside it.`,
  extension: '.zip',
  unit: 'tokens',
  carries: {
    ...CARRIES_ALL,
    overlaps: 'no',
    fragments: 'no',
    attributes: 'no',
    notes: 'no',
    links: 'no',
    ids: 'no',
    times: 'no',
    origin: 'no',
    status: 'no',
    guidelines: 'no',
    'label-set': 'no',
  },
  options: ['scheme', 'overlaps', 'variant'],
  variants: [
    { id: 'conll-2003', name: t`CoNLL 2003: four columns` },
    { id: 'conll-2002', name: t`CoNLL 2002: two columns` },
  ],
  write: async () => (await import('./write.ts')).createConllWriter,
  read: async () => (await import('./read.ts')).readConll,
  recognises: ({ path, start, isArchive }) =>
    !isArchive && (/\.(?:conll(?:-?\d+|\.jsonl)?|iob2?|bio|bioes|bilou)$/i.test(path) || looksLikeConll(start)),
};

/** Several lines that have the same number of columns, of which the last is a tag, and something that is tagged. */
function looksLikeConll(start: string): boolean {
  if (start.startsWith('-DOCSTART-')) return true;
  // The last line may be cut off.
  const lines = start.split(/\r?\n/).slice(0, -1);
  const rows = lines.filter((line) => line.trim() !== '' && !line.startsWith('#'));
  return (
    rows.length > 2 &&
    rows.every((line) => /^[^\t {["]\S*(?:[ \t]\S+){0,8}[ \t](?:O|[BIESLUMW]-\S+)\s*$/.test(line)) &&
    rows.some((line) => /[ \t][BIESLUMW]-\S+\s*$/.test(line))
  );
}
