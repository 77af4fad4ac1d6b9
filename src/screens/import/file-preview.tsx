import { type PreparedFile, type ReadFile } from '#state/transfer-store.ts';
import { useStores } from '#state/react.tsx';
import { SmallSelect } from '#ui/field.tsx';
import { plural } from '#ui/plural.ts';
import { CircleAlert, CircleCheck, FileJson, FileText } from 'lucide-react';
import { directionOf } from '#views/text/direction.ts';
import { DatasetPreview } from './dataset-preview.tsx';
import styles from './file-preview.module.css';
import { layersInWords } from './layers-in-words.ts';
import { ProblemList } from './problem-list.tsx';

/** What a file holds and what importing it would change, or what is wrong with it and where. */
export function FilePreview({ file }: { readonly file: PreparedFile }) {
  const { reading, isHere, comesBack } = file;
  const isBad = reading.kind === 'problems';
  const Icon = isBad ? CircleAlert : isHere ? CircleCheck : reading.kind === 'article' ? FileText : FileJson;
  return (
    <li className={`${styles.file} ${isBad ? styles.bad : ''}`}>
      <div className={styles.head}>
        <h2>
          <Icon size={18} aria-hidden="true" />
          <span>{reading.fileName}</span>
        </h2>
        <FormatChoice file={file} />
      </div>
      {reading.kind === 'problems' && (
        <div role="alert">
          <p>This file cannot be imported, and nothing of it is:</p>
          <ProblemList problems={reading.problems} />
        </div>
      )}
      {reading.kind === 'bundle' && <BundlePreview bundle={reading} isHere={isHere} />}
      {reading.kind === 'article' && <ArticlePreview reading={reading} isHere={isHere} comesBack={comesBack} />}
      {file.problems.length > 0 && (
        <details className={styles.more}>
          <summary>{plural(file.problems.length, 'problem')} with other files of the archive or folder</summary>
          <ProblemList problems={file.problems} />
        </details>
      )}
      {reading.kind === 'dataset' && <DatasetPreview handle={file.handle} dataset={reading} isHere={isHere} />}
    </li>
  );
}

/** What the file is read as. It was found out from the content, which may be wrong. */
function FormatChoice({ file }: { readonly file: PreparedFile }) {
  const { transfer } = useStores();
  if (file.formats.length === 0) return null;
  return (
    <div className={styles.format}>
      <span aria-hidden="true">Read as</span>
      <SmallSelect
        name={`Read as, for ${file.reading.fileName}`}
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
}

function BundlePreview({ bundle, isHere }: BundlePreviewProps) {
  const { plan } = bundle;
  const withLayers = bundle.annotators.filter(({ id }) => bundle.layersOf.includes(id));
  const names = withLayers.map(({ name }) => name).join(', ');
  return (
    <>
      <p>
        The project “{bundle.project.name}”{names !== '' && ` with annotations by ${names}`}.
        {isHere && <b> All of it is here already: importing it changes nothing.</b>}
      </p>
      {bundle.madeFor && (
        <p>
          It was made for <bdi>{bundle.madeFor.name}</bdi>, to annotate these articles.
        </p>
      )}
      <dl className={styles.facts}>
        <dt>Articles</dt>
        <dd>
          {plan.articles} new, {plan.articlesHere} here already
          {plan.articlesReplaced > 0 &&
            `, ${plan.articlesReplaced} of them corrected: the earlier text is taken out and can be put back`}
          {plan.articlesBack > 0 && `, ${plan.articlesBack} of them taken out: put back`}
        </dd>
        <dt>Layers</dt>
        <dd>{layersInWords(plan)}</dd>
        {plan.labelsAdded > 0 && (
          <>
            <dt>Labels</dt>
            <dd>{plan.labelsAdded} added to the label set</dd>
          </>
        )}
        {plan.linkTypesAdded > 0 && (
          <>
            <dt>Link types</dt>
            <dd>{plan.linkTypesAdded} added to the label set</dd>
          </>
        )}
        {plan.changesProject && plan.labelsAdded + plan.linkTypesAdded + plan.guidelinesAdded === 0 && (
          <>
            <dt>Labels</dt>
            <dd>attributes or values added to labels that are here</dd>
          </>
        )}
        {plan.guidelinesAdded > 0 && (
          <>
            <dt>Guidelines</dt>
            <dd>{plural(plan.guidelinesAdded, 'version')} added; the newest of all is the one in force</dd>
          </>
        )}
        {plan.decisions > 0 && (
          <>
            <dt>Review</dt>
            <dd>{plural(plan.decisions, 'decision')} added</dd>
          </>
        )}
        {plan.threadsAdded + plan.threadsUpdated > 0 && (
          <>
            <dt>Threads</dt>
            <dd>
              {plan.threadsAdded} new
              {plan.threadsUpdated > 0 && `, ${plan.threadsUpdated} with something new`}
            </dd>
          </>
        )}
      </dl>
    </>
  );
}

interface ArticlePreviewProps {
  readonly reading: ReadFile & { readonly kind: 'article' };
  readonly isHere: boolean;
  readonly comesBack: boolean;
}

function ArticlePreview({ reading, isHere, comesBack }: ArticlePreviewProps) {
  const { article, start, length } = reading;
  const { title, source, date, language } = article;
  return (
    <>
      {isHere && (
        <p>
          <b>This text is in the library already: importing it changes nothing.</b>
        </p>
      )}
      {comesBack && (
        <p>
          <b>This text was taken out of the library: importing it puts it back, with its layers.</b>
        </p>
      )}
      <dl className={styles.facts}>
        <dt>Title</dt>
        <dd dir="auto">{title}</dd>
        <dt>Source</dt>
        <dd dir="auto">{source}</dd>
        <dt>Date</dt>
        <dd>{date === '' ? 'not given' : date}</dd>
        <dt>Language</dt>
        <dd>{language === 'und' ? 'not known' : language}</dd>
        <dt>Length</dt>
        <dd>{plural(length, 'character')}</dd>
      </dl>
      {/* It scrolls, and the keyboard must be able to. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <pre className={styles.text} dir={directionOf(language)} tabIndex={0} aria-label="Start of the text">
        {start}
        {length > start.length && '…'}
      </pre>
    </>
  );
}
