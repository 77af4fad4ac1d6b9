import { t } from '#language/t.ts';
import { tNodes } from '#ui/t-nodes.tsx';
import { withCommas } from '#language/lists.ts';
import { type PreparedFile, type ReadFile } from '#state/transfer-store.ts';
import { useStores, useTransfer } from '#state/react.tsx';
import { SmallSelect } from '#ui/field.tsx';
import { plural } from '#language/numbers.ts';
import { memo } from 'react';
import { CircleAlert, CircleCheck, FileJson, FileText } from 'lucide-react';
import { ArticleDraft } from './article-draft.tsx';
import { DatasetPreview } from './dataset-preview.tsx';
import styles from './file-preview.module.css';
import { layersInWords } from './layers-in-words.ts';
import { MergePreview } from './merge-preview.tsx';
import { ProblemList } from './problem-list.tsx';
import { TablePreview } from './table-preview.tsx';
import { TwiceList } from './twice-list.tsx';

interface FilePreviewProps {
  readonly file: PreparedFile;
  /** One of many: an article is shown without the start of its text. */
  readonly isShort: boolean;
  /** Another file before it is an article of the same text. */
  readonly isTwin: boolean;
  /** An article is shown to be changed. */
  readonly isOpen: boolean;
  readonly onOpen: (handle: number, isOpen: boolean) => void;
}

/** What a file holds and what importing it would change, or what is wrong with it and where. */
export const FilePreview = memo(function FilePreview({ file, isShort, isTwin, isOpen, onOpen }: FilePreviewProps) {
  const { reading, isHere } = file;
  const isOut = useTransfer((state) => state.leftOut.has(file.handle));
  const isBad = reading.kind === 'problems';
  const Icon = isBad ? CircleAlert : isHere ? CircleCheck : reading.kind === 'article' ? FileText : FileJson;
  return (
    <div className={`${styles.file} ${isBad ? styles.bad : ''} ${isOut ? styles.out : ''}`}>
      <div className={styles.head}>
        <h2>
          <Icon size={18} aria-hidden="true" />
          <span>{reading.fileName}</span>
        </h2>
        <FormatChoice file={file} />
        {!isBad && !isHere && <TakeIn file={file} isOut={isOut} />}
      </div>
      {reading.kind === 'problems' && (
        <div role="alert">
          <p>{t`This file cannot be imported, and nothing of it is:`}</p>
          <ProblemList problems={reading.problems} />
        </div>
      )}
      {reading.kind === 'bundle' && (
        <>
          <BundlePreview bundle={reading} isHere={isHere} twice={file.twice} />
          <MergePreview handle={file.handle} bundle={reading} />
        </>
      )}
      {reading.kind === 'article' && (
        <ArticleDraft file={file} reading={reading} isShort={isShort} isTwin={isTwin} isOpen={isOpen} onOpen={onOpen} />
      )}
      {file.notes.length > 0 && (
        <details className={styles.more}>
          <summary>{plural(file.notes.length, '# note from reading it', '# notes from reading it')}</summary>
          <ProblemList problems={file.notes} />
        </details>
      )}
      {file.problems.length > 0 && (
        <details className={styles.more}>
          <summary>
            {plural(
              file.problems.length,
              '# problem with other files of the archive or folder',
              '# problems with other files of the archive or folder',
            )}
          </summary>
          <ProblemList problems={file.problems} />
        </details>
      )}
      {reading.kind === 'table' && <TablePreview handle={file.handle} reading={reading} isHere={isHere} />}
      {reading.kind === 'dataset' && (
        <DatasetPreview handle={file.handle} dataset={reading} isHere={isHere} twice={file.twice} />
      )}
    </div>
  );
});

/** A tick for what is imported. */
function TakeIn({ file, isOut }: { readonly file: PreparedFile; readonly isOut: boolean }) {
  const { transfer } = useStores();
  const { reading } = file;
  const name = reading.kind === 'article' ? reading.article.title : reading.fileName;
  return (
    <label className={styles.take}>
      <input
        type="checkbox"
        checked={!isOut}
        aria-label={t`Import “${name}”`}
        onChange={(event) => {
          transfer.getState().leaveOut(file.handle, !event.target.checked);
        }}
      />
      <span aria-hidden="true">{isOut ? t`Left out` : t`Import`}</span>
    </label>
  );
}

/** What the file is read as. It was found out from the content, which may be wrong. */
function FormatChoice({ file }: { readonly file: PreparedFile }) {
  const { transfer } = useStores();
  if (file.formats.length === 0) return null;
  return (
    <div className={styles.format}>
      <span aria-hidden="true">{t`Read as`}</span>
      <SmallSelect
        name={t`Read as, for ${file.reading.fileName}`}
        value={file.format}
        options={file.formats.map(({ id, name }) => ({ value: id, text: name }))}
        onChange={(format) => void transfer.getState().choose(file.handle, { format })}
      />
    </div>
  );
}

interface BundlePreviewProps {
  readonly bundle: ReadFile & { readonly kind: 'bundle' };
  readonly isHere: boolean;
  readonly twice: PreparedFile['twice'];
}

function BundlePreview({ bundle, isHere, twice }: BundlePreviewProps) {
  const { plan } = bundle;
  const withLayers = bundle.annotators.filter(({ id }) => bundle.layersOf.includes(id));
  const names = withCommas(withLayers.map(({ name }) => name));
  return (
    <>
      <p>
        {names === ''
          ? t`The project “${bundle.project.name}”.`
          : t`The project “${bundle.project.name}” with annotations by ${names}.`}
        {isHere && <b> {t`All of it is here already: importing it changes nothing.`}</b>}
      </p>
      {bundle.madeFor && (
        <p>{tNodes`It was made for ${<bdi>{bundle.madeFor.name}</bdi>}, to annotate these articles.`}</p>
      )}
      <dl className={styles.facts}>
        <dt>{t`Articles`}</dt>
        <dd>{articlesInWords(plan)}</dd>
        <dt>{t`Layers`}</dt>
        <dd>
          {layersInWords(plan)}
          <TwiceList twice={twice} />
        </dd>
        {plan.labelsAdded > 0 && (
          <>
            <dt>{t`Labels`}</dt>
            <dd>{t`${plan.labelsAdded} added to the label set`}</dd>
          </>
        )}
        {plan.linkTypesAdded > 0 && (
          <>
            <dt>{t`Link types`}</dt>
            <dd>{t`${plan.linkTypesAdded} added to the label set`}</dd>
          </>
        )}
        {plan.changesProject && plan.labelsAdded + plan.linkTypesAdded + plan.guidelinesAdded === 0 && (
          <>
            <dt>{t`Labels`}</dt>
            <dd>{t`attributes or values added to labels that are here`}</dd>
          </>
        )}
        {plan.guidelinesAdded > 0 && (
          <>
            <dt>{t`Guidelines`}</dt>
            <dd>
              {plural(
                plan.guidelinesAdded,
                '# version added; the newest of all is the one in force',
                '# versions added; the newest of all is the one in force',
              )}
            </dd>
          </>
        )}
        {plan.decisions > 0 && (
          <>
            <dt>{t`Review`}</dt>
            <dd>{plural(plan.decisions, '# decision added', '# decisions added')}</dd>
          </>
        )}
        {plan.threadsAdded + plan.threadsUpdated > 0 && (
          <>
            <dt>{t`Threads`}</dt>
            <dd>
              {plan.threadsUpdated > 0
                ? t`${plan.threadsAdded} new, ${plan.threadsUpdated} with something new`
                : t`${plan.threadsAdded} new`}
            </dd>
          </>
        )}
      </dl>
    </>
  );
}

function articlesInWords(plan: BundlePreviewProps['bundle']['plan']): string {
  const parts = [t`${plan.articles} new, ${plan.articlesHere} here already`];
  if (plan.articlesReplaced > 0) {
    parts.push(t`${plan.articlesReplaced} of them corrected: the earlier text is taken out and can be put back`);
  }
  if (plan.articlesBack > 0) parts.push(t`${plan.articlesBack} of them taken out: put back`);
  return withCommas(parts);
}
