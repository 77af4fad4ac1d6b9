import { type Transaction } from 'dexie';
import { DEFAULT_LABEL_SET } from '#core/labels/default-label-set.ts';
import { mergeLabelSets } from '#core/labels/merge-label-sets.ts';
import { type LabelSet } from '#core/labels/label-set.ts';

type Loose = Record<string, unknown>;

/**
 * Version 2 brought attributes, links, guidelines and corrected texts: rows get them empty. Entity, claim and quote, which
 * every project of version 1 started with, get the attributes and links that a new project's have.
 */
export async function upgradeTo2(transaction: Transaction): Promise<void> {
  await transaction.table<Loose>('projects').toCollection().modify(upgradeProject);
  await transaction
    .table<Loose>('articles')
    .toCollection()
    .modify((row) => {
      row['correctionOf'] = '';
    });
  await transaction
    .table<Loose>('snapshots')
    .toCollection()
    .modify((row) => {
      row['spans'] = (row['spans'] as Loose[]).map(withAttributes);
      row['links'] = [];
    });
  await transaction
    .table<Loose>('entries')
    .toCollection()
    .modify((row) => {
      row['edit'] = upgradeEdit(row['edit'] as Loose);
    });
}

function upgradeProject(row: Loose): void {
  const { labels } = row['labelSet'] as { readonly labels: readonly Loose[] };
  const plain = labels.map((label) => ({ ...label, overlapsItself: true, attributes: [] }));
  const old = { labels: plain, linkTypes: [] } as unknown as LabelSet;
  const isOurs = DEFAULT_LABEL_SET.labels.every(({ id }) => labels.some((label) => label['id'] === id));
  row['labelSet'] = isOurs ? mergeLabelSets(old, DEFAULT_LABEL_SET) : old;
  row['guidelines'] = [];
  row['addedAt'] = '';
  row['removedAt'] = '';
}

function upgradeEdit(edit: Loose): Loose {
  switch (edit['kind']) {
    case 'add-span':
    case 'remove-span':
      return { ...edit, span: withAttributes(edit['span'] as Loose) };
    case 'replace-span':
      return {
        ...edit,
        before: withAttributes(edit['before'] as Loose),
        after: withAttributes(edit['after'] as Loose),
      };
    case 'together':
      return { ...edit, edits: (edit['edits'] as Loose[]).map(upgradeEdit) };
    default:
      return edit;
  }
}

function withAttributes(span: Loose): Loose {
  return { ...span, attributes: [] };
}
