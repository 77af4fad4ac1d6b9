import { t } from '#language/t.ts';
import { type Copy, type CopySource, type RescueStore, type UnreadableCopy } from '#state/rescue/rescue-store.ts';
import { Button } from '#ui/button.tsx';
import { leadInWords } from '#ui/lead-in-words.ts';
import { Message } from '#ui/message.tsx';
import { withCommas } from '#language/lists.ts';
import { count, plural } from '#language/numbers.ts';
import { timeInWords } from '#language/dates.ts';
import styles from './rescue-screen.module.css';

interface CopySectionProps {
  readonly copy: Copy | UnreadableCopy;
  readonly isDatabaseOpen: boolean;
  readonly isBusy: boolean;
  readonly store: RescueStore;
}

/** One copy: what it holds, what the database lacks of it, and what can be done with it. */
export function CopySection({ copy, isDatabaseOpen, isBusy, store }: CopySectionProps) {
  const { source } = copy;
  const id = `copy-${source}`;
  return (
    <section aria-labelledby={id} className={styles.copy}>
      <h2 id={id}>{nameOf(source)}</h2>
      <p className={styles.about}>{aboutOf(source)}</p>
      {'failure' in copy ? (
        <Message kind="problem">{t`It cannot be read. ${copy.failure}`}</Message>
      ) : (
        <>
          <Holdings copy={copy} />
          <Lacking copy={copy} isDatabaseOpen={isDatabaseOpen} />
          <Actions copy={copy} isDatabaseOpen={isDatabaseOpen} isBusy={isBusy} store={store} />
        </>
      )}
    </section>
  );
}

function nameOf(source: CopySource): string {
  switch (source) {
    case 'database':
      return t`The database`;
    case 'mirror':
      return t`The second copy`;
    case 'folder':
      return t`The backup folder`;
    default:
      return t`A copy that was put aside`;
  }
}

function aboutOf(source: CopySource): string {
  switch (source) {
    case 'database':
      return t`What Spanmark works with.`;
    case 'mirror':
      return t`Written beside the database in this browser, edit by edit. Clearing the site’s data takes it away too.`;
    case 'folder':
      return t`Files outside of this browser. They come in as any file does; a layer that is older here gets the edits that it lacks, and they can be undone.`;
    default:
      return t`A second copy that you went on without.`;
  }
}

function Holdings({ copy: { projects, newestAt, damaged, withoutEdits = 0 } }: { readonly copy: Copy }) {
  // A copy of which nothing can be read is not empty.
  if (projects.length === 0 && damaged === 0) return <p>{t`It is empty.`}</p>;
  return (
    <>
      {projects.length > 0 && <ProjectsTable projects={projects} />}
      {newestAt !== '' && <p className={styles.about}>{t`Written last on ${timeInWords(newestAt)}.`}</p>}
      {damaged > 0 && (
        <Message kind="warning">
          {plural(
            damaged,
            '# part of this copy cannot be read; the rest of it can.',
            '# parts of this copy cannot be read; the rest of it can.',
          )}
        </Message>
      )}
      {withoutEdits > 0 && (
        <Message kind="warning">
          {t`Layers whose edits cannot be read, or do not lead to what they hold: ${count(withoutEdits)}. They come in as they are, without their history.`}
        </Message>
      )}
    </>
  );
}

function ProjectsTable({ projects }: Pick<Copy, 'projects'>) {
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t`Project`}</th>
            <th scope="col">{t`Articles`}</th>
            <th scope="col">{t`Layers`}</th>
            <th scope="col">{t`Spans`}</th>
            <th scope="col">{t`Last edit`}</th>
          </tr>
        </thead>
        <tbody>
          {projects.map((project) => (
            <tr key={project.id}>
              <th scope="row" dir="auto">
                {project.name}
              </th>
              <td>{count(project.articles)}</td>
              <td>{count(project.layers)}</td>
              <td>{count(project.spans)}</td>
              <td>{project.newestAt === '' ? t`none` : timeInWords(project.newestAt)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Lacking({
  copy: { source, losses, mendable = 0, lead },
  isDatabaseOpen,
}: Pick<CopySectionProps, 'isDatabaseOpen'> & { readonly copy: Copy }) {
  if (source === 'database') return null;
  if (!isDatabaseOpen || (!losses && source !== 'folder')) {
    return <p>{t`The database cannot be opened: all of this can be restored into a new one.`}</p>;
  }
  if (source === 'folder') {
    if (!lead) return <p>{t`The database holds all of this, and nothing in an older state.`}</p>;
    return <p>{t`The database lacks this of it, or has it in an older state: ${leadInWords(lead)}.`}</p>;
  }
  const words = losses ? lossesInWords(losses) : '';
  return (
    <>
      {mendable > 0 && (
        <p>
          {plural(
            mendable,
            '# layer with a damaged log in the database can be made whole again from this copy.',
            '# layers with a damaged log in the database can be made whole again from this copy.',
          )}
        </p>
      )}
      {words !== '' && <p>{t`The database lacks ${words} of this.`}</p>}
      {words === '' && mendable === 0 && <p>{t`The database holds all of this.`}</p>}
    </>
  );
}

/** What is missing, such as `2 articles, 31 edits`; empty where nothing is. */
function lossesInWords({ articles, layers, edits, others }: NonNullable<Copy['losses']>): string {
  const parts = [
    articles > 0 && plural(articles, 'article'),
    layers > 0 && plural(layers, 'the whole or the end of # layer', 'the whole or the end of # layers'),
    edits > 0 && plural(edits, 'edit'),
    others > 0 && plural(others, 'other entry', 'other entries'),
  ];
  return withCommas(parts.filter((part) => part !== false));
}

function Actions({
  copy: { source, projects, losses, mendable = 0 },
  isDatabaseOpen,
  isBusy,
  store,
}: Omit<CopySectionProps, 'copy'> & { readonly copy: Copy }) {
  const { restore, download, downloadRaw, letGo } = store.getState();
  const isMirror = source !== 'database' && source !== 'folder';
  const isLacking = !isDatabaseOpen || (losses !== undefined && lossesInWords(losses) !== '');
  return (
    <div className={styles.actions}>
      {source === 'folder' && (
        <Button
          look="primary"
          aria-disabled={isBusy}
          onClick={() => !isBusy && void restore(source)}
        >{t`Import what is in it`}</Button>
      )}
      {isMirror && (isLacking || mendable > 0) && (
        <Button look="primary" aria-disabled={isBusy} onClick={() => !isBusy && void restore(source)}>
          {isLacking ? t`Restore what is missing` : t`Make it whole again`}
        </Button>
      )}
      {projects.length > 0 && (
        <Button aria-disabled={isBusy} onClick={() => !isBusy && void download(source)}>{t`Download as files`}</Button>
      )}
      {isMirror && (
        <Button aria-disabled={isBusy} onClick={() => !isBusy && void downloadRaw(source)}>{t`Download it raw`}</Button>
      )}
      {source === 'mirror' && isLacking && isDatabaseOpen && (
        <Button aria-disabled={isBusy} onClick={() => !isBusy && void letGo()}>{t`Go on without it`}</Button>
      )}
    </div>
  );
}
