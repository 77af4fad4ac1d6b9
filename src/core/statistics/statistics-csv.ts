import { findAttribute, findLabel, findLinkType, type LabelSet } from '#core/labels/label-set.ts';
import { csvOf } from '#core/text/csv.ts';
import { type Statistics } from './statistics.ts';

/** One figure: which table it is from, what it is about, what was counted, and how much that is. */
type Row = readonly [table: string, item: string, measure: string, value: number | string];

/** Names of the statuses for people. */
const STATUSES = [
  ['done', 'Done'],
  ['in-progress', 'In progress'],
  ['not-started', 'Not started'],
] as const;

/**
 * All figures as CSV by RFC 4180 with the columns table, item, measure and value, so that any spreadsheet can pivot them.
 * What a spreadsheet would run as a formula begins with an apostrophe.
 */
export function statisticsCsv(labelSet: LabelSet, statistics: Statistics): string {
  const rows: readonly Row[] = [
    ...STATUSES.map(([status, name]): Row => ['Progress', name, 'articles', statistics.progress[status]]),
    ...labelRows(labelSet, statistics),
    ...statistics.articles.flatMap(({ title, status, counts, total }): readonly Row[] => [
      ['Articles', title, 'status', status],
      ['Articles', title, 'spans', total],
      ...counts.map((count, index): Row => ['Articles', title, labelSet.labels[index]!.name, count]),
    ]),
    ...nameRows(labelSet, statistics),
    ...statistics.missing.flatMap(({ linkType, missing, of }): readonly Row[] => {
      const name = findLinkType(labelSet, linkType)?.name ?? linkType;
      return [
        ['Missing links', name, 'missing', missing],
        ['Missing links', name, 'of', of],
      ];
    }),
  ];
  return csvOf([['table', 'item', 'measure', 'value'], ...rows]);
}

function labelRows(labelSet: LabelSet, { labels, attributes }: Statistics): readonly Row[] {
  const nameOf = (id: (typeof labels)[number]['label']): string => findLabel(labelSet, id)?.name ?? id;
  return [
    ...labels.flatMap(({ label, count, articles }): readonly Row[] => [
      ['Labels', nameOf(label), 'spans', count],
      ['Labels', nameOf(label), 'articles', articles],
    ]),
    ...attributes.flatMap(({ label, attribute, values, without }): readonly Row[] => {
      const table = `${nameOf(label)}: ${findAttribute(findLabel(labelSet, label), attribute)?.name ?? attribute}`;
      return [
        ...values.map(({ words, count }): Row => [table, words, 'spans', count]),
        [table, '(none)', 'spans', without],
      ];
    }),
  ];
}

function nameRows(labelSet: LabelSet, { names, targets }: Statistics): readonly Row[] {
  const lists = [
    ...names.map(({ label, groups }) => ({ table: `Names: ${findLabel(labelSet, label)?.name ?? label}`, groups })),
    ...targets.map(({ linkType, groups }) => ({
      table: `Targets: ${findLinkType(labelSet, linkType)?.name ?? linkType}`,
      groups,
    })),
  ];
  return lists.flatMap(({ table, groups }) =>
    groups.flatMap(({ words, count, articles }): readonly Row[] => [
      [table, words, 'count', count],
      [table, words, 'articles', articles],
    ]),
  );
}
