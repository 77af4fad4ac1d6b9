import { t } from '#language/t.ts';
import { tNodes } from '#ui/t-nodes.tsx';
import { withCommas } from '#language/lists.ts';
import { type OffsetUnit } from '#core/text/offset-units.ts';
import { useStores } from '#state/react.tsx';
import { type PreparedFile, type ReadFile } from '#state/transfer-store.ts';
import { SmallSelect } from '#ui/field.tsx';
import { count, plural } from '#language/numbers.ts';
import { CommaList } from './comma-list.tsx';
import styles from './dataset-preview.module.css';
import { GradeList } from './grade-list.tsx';
import { layersInWords } from './layers-in-words.ts';
import { NameChoices } from './name-choices.tsx';
import { OrphanList } from './orphan-list.tsx';
import { ProblemList } from './problem-list.tsx';
import { TwiceList } from './twice-list.tsx';
import { UnnamedNames } from './unnamed-names.tsx';

type Dataset = ReadFile & { readonly kind: 'dataset' };

interface DatasetPreviewProps {
  readonly handle: number;
  readonly dataset: Dataset;
  readonly isHere: boolean;
  readonly twice: PreparedFile['twice'];
}

/** What a dataset of another tool holds, how it was understood, and what there is to be decided about it. */
export function DatasetPreview({ handle, dataset, isHere, twice }: DatasetPreviewProps) {
  const { report, plan, orphans } = dataset;
  const known = report.labels.filter((label) => label.known !== undefined);
  const leftOut = leftOutInWords(report.leftOut);
  return (
    <>
      <p>
        {holdingsInWords(report)}
        {isHere && <b> {t`All of it is here already: importing it changes nothing.`}</b>}
      </p>
      <dl className={styles.facts}>
        <dt>{t`Articles`}</dt>
        <dd>{articlesInWords(dataset)}</dd>
        <dt>{t`Annotators`}</dt>
        <dd>
          <AnnotatorNames dataset={dataset} />
          <UnnamedNames handle={handle} dataset={dataset} />
        </dd>
        <dt>{t`Layers`}</dt>
        <dd>
          {layersInWords(plan)}
          <TwiceList twice={twice} />
        </dd>
        <dt>{t`Their state`}</dt>
        <dd>
          <StateChoice handle={handle} dataset={dataset} />
        </dd>
        <dt>{t`Offsets`}</dt>
        <dd>
          <UnitChoice handle={handle} dataset={dataset} />
        </dd>
        <dt>{t`Spans`}</dt>
        <dd>
          <GradeList report={report} />
        </dd>
        {known.length > 0 && (
          <>
            <dt>{t`Labels`}</dt>
            <dd>
              <CommaList
                items={known.map(({ name, spans }) => (
                  <span key={name}>
                    <bdi>{name}</bdi> ({plural(spans, 'span')})
                  </span>
                ))}
              />
            </dd>
          </>
        )}
        {leftOut !== '' && (
          <>
            <dt>{t`Left out`}</dt>
            <dd>{t`${leftOut}, as you chose`}</dd>
          </>
        )}
      </dl>
      <NameChoices handle={handle} dataset={dataset} />
      {orphans.length > 0 && <OrphanList handle={handle} dataset={dataset} />}
      {report.problems.length > 0 && (
        <details className={styles.more}>
          <summary>
            {plural(report.problems.length, '# problem, the rest is read', '# problems, the rest is read')}
          </summary>
          <ProblemList problems={report.problems} />
        </details>
      )}
    </>
  );
}

function holdingsInWords(report: Dataset['report']): string {
  const documents = plural(report.documents, 'document');
  const spans = plural(report.spans, 'span');
  return report.links > 0
    ? t`${documents} with ${spans} and ${plural(report.links, 'link')}.`
    : t`${documents} with ${spans}.`;
}

function leftOutInWords({ spans, links, values }: Dataset['report']['leftOut']): string {
  const parts = [
    ...(spans > 0 ? [plural(spans, 'span')] : []),
    ...(values > 0 ? [plural(values, 'value')] : []),
    ...(links > 0 ? [plural(links, 'link')] : []),
  ];
  return withCommas(parts);
}

function articlesInWords({ report, plan }: Dataset): string {
  const parts = [t`${count(plan.articles)} new`, t`${count(plan.articlesHere)} here already`];
  if (plan.articlesBack > 0) parts.push(t`${count(plan.articlesBack)} of them taken out: put back`);
  if (report.carried > 0) {
    parts.push(
      plural(
        report.carried,
        '# document with other white space: spans are carried over',
        '# documents with other white space: spans are carried over',
      ),
    );
  }
  if (report.missing > 0) {
    parts.push(
      plural(
        report.missing,
        '# document left out, since the text is nowhere',
        '# documents left out, since the text is nowhere',
      ),
    );
  }
  return withCommas(parts);
}

/** So many annotators are named. */
const MOST_NAMES = 50;

function AnnotatorNames({ dataset: { report, plan } }: { readonly dataset: Dataset }) {
  const added = new Set(plan.annotatorsAdded);
  if (report.annotators.length === 0) return t`none`;
  const others = report.annotators.length - MOST_NAMES;
  const names = (
    <CommaList
      items={report.annotators.slice(0, MOST_NAMES).map(({ id, name }) => (
        <span key={id}>{added.has(name) ? tNodes`${<bdi>{name}</bdi>} (new)` : <bdi>{name}</bdi>}</span>
      ))}
    />
  );
  return others > 0 ? tNodes`${names} and ${count(others)} more` : names;
}

type State = 'told' | 'finished' | 'unfinished';

/** Whether the layers count as finished, and can be reviewed. A tool that says nothing of it is taken to be finished. */
function StateChoice({ handle, dataset: { choices, unfinished } }: Pick<DatasetPreviewProps, 'handle' | 'dataset'>) {
  const { transfer } = useStores();
  const { isFinished } = choices;
  const finished = { value: 'finished', text: t`Finished: they can be reviewed` } as const;
  const told = {
    value: 'told',
    text: plural(unfinished, 'As the file says: # layer not finished', 'As the file says: # layers not finished'),
  } as const;
  return (
    <SmallSelect<State>
      name={t`These layers are`}
      value={isFinished === undefined ? (unfinished > 0 ? 'told' : 'finished') : isFinished ? 'finished' : 'unfinished'}
      options={[
        ...(unfinished > 0 ? [told] : []),
        finished,
        { value: 'unfinished', text: t`Not finished: somebody goes on with them` },
      ]}
      onChange={(state) => {
        void transfer.getState().choose(handle, { isFinished: state === 'told' ? undefined : state === 'finished' });
      }}
    />
  );
}

const UNITS: readonly { readonly unit: OffsetUnit; readonly text: string; readonly choice: string }[] = [
  {
    unit: 'code-point',
    text: t`code points (as Python counts)`,
    choice: t`Count code points (as Python counts)`,
  },
  {
    unit: 'utf-16',
    text: t`UTF-16 code units (as browsers count)`,
    choice: t`Count UTF-16 code units (as browsers count)`,
  },
  { unit: 'utf-8', text: t`UTF-8 bytes`, choice: t`Count UTF-8 bytes` },
  { unit: 'grapheme', text: t`characters as people see them`, choice: t`Count characters as people see them` },
];

/** The unit that offsets are taken in. It is found out from the words and their edges unless the user says it. */
function UnitChoice({ handle, dataset: { report, choices } }: Pick<DatasetPreviewProps, 'handle' | 'dataset'>) {
  const { transfer } = useStores();
  const found = report.units.map(({ unit }) => UNITS.find((each) => each.unit === unit)!.text);
  const asFound = found.length === 0 ? t`Found out: no offsets` : t`Found out: ${withCommas(found)}`;
  return (
    <SmallSelect<OffsetUnit | ''>
      name={t`Offsets count`}
      value={choices.unit ?? ''}
      options={[
        { value: '', text: choices.unit === undefined ? asFound : t`Find out` },
        ...UNITS.map(({ unit, choice }) => ({ value: unit, text: choice })),
      ]}
      onChange={(unit) => void transfer.getState().choose(handle, { unit: unit === '' ? undefined : unit })}
    />
  );
}
