import { withDots } from '#language/lists.ts';
import { t } from '#language/t.ts';
import { useSession } from '#state/react.tsx';
import { nameOf } from '#state/session-store.ts';
import { type ShownTrash } from '#state/trash/trash-store.ts';
import { Button } from '#ui/button.tsx';
import { plural } from '#language/numbers.ts';
import { dateInWords, timeInWords } from '#language/dates.ts';
import { FileText, Folder, Layers } from 'lucide-react';
import styles from './trash-row.module.css';

interface TrashRowProps {
  readonly item: ShownTrash;
  readonly onPutBack: () => void;
  readonly onDelete: () => void;
}

const ICONS = { project: Folder, article: FileText, layer: Layers } as const;

/** One removed thing: what it is, when and by whom it was removed, until when it stays. */
export function TrashRow({ item, onPutBack, onDelete }: TrashRowProps) {
  const annotators = useSession((state) => state.annotators);
  const projects = useSession((state) => state.projects);
  const { kind, title, removedAt, removedBy, goesAt } = item;
  const Icon = ICONS[kind];
  const owner = kind === 'layer' ? nameOf(annotators, item.annotatorId) : '';
  const { what, name } = wordsOf(kind, title, owner);
  const project = projects.find(({ id }) => id === item.projectId)?.name;
  const told = [
    ...(kind === 'project' ? [] : [plural(item.spanCount, 'span')]),
    ...(kind === 'project' || project === undefined || projects.length < 2 ? [] : [t`in “${project}”`]),
    removedBy === undefined
      ? t`removed ${timeInWords(removedAt)}`
      : t`removed ${timeInWords(removedAt)} by ${nameOf(annotators, removedBy)}`,
  ];
  return (
    <div className={styles.row}>
      <Icon size={18} aria-hidden="true" className={styles.icon} />
      <div className={styles.about}>
        <span className={styles.what}>{what}</span>
        <b className={styles.title} title={title} dir="auto">
          {title}
        </b>
        <small>{withDots(told)}</small>
        <small>
          {goesAt === undefined
            ? t`Stays until you delete it.`
            : t`Deleted for good on ${dateInWords(goesAt, { dateStyle: 'long' })}.`}
        </small>
      </div>
      <div className={styles.buttons}>
        <Button aria-label={t`Put back: ${name}`} onClick={onPutBack}>{t`Put back`}</Button>
        <Button aria-label={t`Delete for good: ${name}`} onClick={onDelete}>{t`Delete for good…`}</Button>
      </div>
    </div>
  );
}

/** What stands before the title of a removed thing, and both together. */
function wordsOf(kind: ShownTrash['kind'], title: string, owner: string) {
  switch (kind) {
    case 'project':
      return { what: t`Project`, name: t`Project ${title}` };
    case 'article':
      return { what: t`Article`, name: t`Article ${title}` };
    case 'layer':
      return { what: t`Layer of ${owner} on`, name: t`Layer of ${owner} on ${title}` };
  }
}
