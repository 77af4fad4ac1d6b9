import { type OffsetUnit } from '#core/text/offset-units.ts';
import { useStores } from '#state/react.tsx';
import { type ReadFile } from '#state/transfer-store.ts';
import { SmallSelect } from '#ui/field.tsx';
import { count, plural } from '#ui/plural.ts';
import styles from './dataset-preview.module.css';
import { GradeList } from './grade-list.tsx';
import { layersInWords } from './layers-in-words.ts';
import { NameChoices } from './name-choices.tsx';
import { OrphanList } from './orphan-list.tsx';
import { ProblemList } from './problem-list.tsx';

type Dataset = ReadFile & { readonly kind: 'dataset' };

interface DatasetPreviewProps {
  readonly handle: number;
  readonly dataset: Dataset;
  readonly isHere: boolean;
}

/** What a dataset of another tool holds, how it was understood, and what there is to be decided about it. */
export function DatasetPreview({ handle, dataset, isHere }: DatasetPreviewProps) {
  const { report, plan, orphans } = dataset;
  const known = report.labels.filter((label) => label.known !== undefined);
  const leftOut = leftOutInWords(report.leftOut);
  return (
    <>
      <p>
        {plural(report.documents, 'document')} with {plural(report.spans, 'span')}
        {report.links > 0 && ` and ${plural(report.links, 'link')}`}.
        {isHere && <b> All of it is here already: importing it changes nothing.</b>}
      </p>
      <dl className={styles.facts}>
        <dt>Articles</dt>
        <dd>{articlesInWords(dataset)}</dd>
        <dt>Annotators</dt>
        <dd>
          <AnnotatorNames dataset={dataset} />
        </dd>
        <dt>Layers</dt>
        <dd>{layersInWords(plan)}</dd>
        <dt>Their state</dt>
        <dd>
          <StateChoice handle={handle} dataset={dataset} />
        </dd>
        <dt>Offsets</dt>
        <dd>
          <UnitChoice handle={handle} dataset={dataset} />
        </dd>
        <dt>Spans</dt>
        <dd>
          <GradeList report={report} />
        </dd>
        {known.length > 0 && (
          <>
            <dt>Labels</dt>
            <dd>
              {known.map(({ name, spans }, index) => (
                <span key={name}>
                  {index > 0 && ', '}
                  <bdi>{name}</bdi> ({plural(spans, 'span')})
                </span>
              ))}
            </dd>
          </>
        )}
        {leftOut !== '' && (
          <>
            <dt>Left out</dt>
            <dd>{leftOut}, as you chose</dd>
          </>
        )}
      </dl>
      <NameChoices handle={handle} dataset={dataset} />
      {orphans.length > 0 && <OrphanList handle={handle} dataset={dataset} />}
      {report.problems.length > 0 && (
        <details className={styles.more}>
          <summary>{plural(report.problems.length, 'problem')}, the rest is read</summary>
          <ProblemList problems={report.problems} />
        </details>
      )}
    </>
  );
}

function leftOutInWords({ spans, links, values }: Dataset['report']['leftOut']): string {
  const parts = [
    ...(spans > 0 ? [plural(spans, 'span')] : []),
    ...(values > 0 ? [plural(values, 'value')] : []),
    ...(links > 0 ? [plural(links, 'link')] : []),
  ];
  return parts.join(', ');
}

function articlesInWords({ report, plan }: Dataset): string {
  const parts = [`${count(plan.articles)} new`, `${count(plan.articlesHere)} here already`];
  if (plan.articlesBack > 0) parts.push(`${count(plan.articlesBack)} of them taken out: put back`);
  if (report.carried > 0) {
    parts.push(`${plural(report.carried, 'document')} with other white space: spans are carried over`);
  }
  if (report.missing > 0) parts.push(`${plural(report.missing, 'document')} left out, since the text is nowhere`);
  return parts.join(', ');
}

/** So many annotators are named. */
const MOST_NAMES = 50;

function AnnotatorNames({ dataset: { report, plan } }: { readonly dataset: Dataset }) {
  const added = new Set(plan.annotatorsAdded);
  if (report.annotators.length === 0) return 'none';
  const others = report.annotators.length - MOST_NAMES;
  return (
    <>
      {report.annotators.slice(0, MOST_NAMES).map(({ id, name }, index) => (
        <span key={id}>
          {index > 0 && ', '}
          <bdi>{name}</bdi>
          {added.has(name) && ' (new)'}
        </span>
      ))}
      {others > 0 && ` and ${count(others)} more`}
    </>
  );
}

type State = 'told' | 'finished' | 'unfinished';

/** Whether the layers count as finished, and can be reviewed. A tool that says nothing of it is taken to be finished. */
function StateChoice({ handle, dataset: { choices, unfinished } }: Pick<DatasetPreviewProps, 'handle' | 'dataset'>) {
  const { transfer } = useStores();
  const { isFinished } = choices;
  const finished = { value: 'finished', text: 'Finished: they can be reviewed' } as const;
  const told = { value: 'told', text: `As the file says: ${plural(unfinished, 'layer')} not finished` } as const;
  return (
    <SmallSelect<State>
      name="These layers are"
      value={isFinished === undefined ? (unfinished > 0 ? 'told' : 'finished') : isFinished ? 'finished' : 'unfinished'}
      options={[
        ...(unfinished > 0 ? [told] : []),
        finished,
        { value: 'unfinished', text: 'Not finished: somebody goes on with them' },
      ]}
      onChange={(state) => {
        void transfer.getState().choose(handle, { isFinished: state === 'told' ? undefined : state === 'finished' });
      }}
    />
  );
}

const UNITS: readonly { readonly unit: OffsetUnit; readonly text: string }[] = [
  { unit: 'code-point', text: 'code points (as Python counts)' },
  { unit: 'utf-16', text: 'UTF-16 code units (as browsers count)' },
  { unit: 'utf-8', text: 'UTF-8 bytes' },
  { unit: 'grapheme', text: 'characters as people see them' },
];

/** The unit that offsets are taken in. It is found out from the words and their edges unless the user says it. */
function UnitChoice({ handle, dataset: { report, choices } }: Pick<DatasetPreviewProps, 'handle' | 'dataset'>) {
  const { transfer } = useStores();
  const found = report.units.map(({ unit }) => UNITS.find((each) => each.unit === unit)!.text);
  const asFound = found.length === 0 ? 'Found out: no offsets' : `Found out: ${found.join(', ')}`;
  return (
    <SmallSelect<OffsetUnit | ''>
      name="Offsets count"
      value={choices.unit ?? ''}
      options={[
        { value: '', text: choices.unit === undefined ? asFound : 'Find out' },
        ...UNITS.map(({ unit, text }) => ({ value: unit, text: `Count ${text}` })),
      ]}
      onChange={(unit) => void transfer.getState().choose(handle, { unit: unit === '' ? undefined : unit })}
    />
  );
}
