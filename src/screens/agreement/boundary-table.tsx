import { t } from '#language/t.ts';
import { binInWords, offsetBins } from '#core/agreement/offset-bins.ts';
import { offsetsPicture } from '#core/agreement/pictures.ts';
import { type AgreementReport } from '#core/agreement/report.ts';
import { count } from '#language/numbers.ts';
import styles from './boundary-table.module.css';
import { CountButton } from './figure-value.tsx';
import { PictureButtons } from './picture-buttons.tsx';
import { Section } from './section.tsx';
import table from './table.module.css';
import { useLook } from './use-look.ts';
import { useNames } from './use-names.ts';
import { usePair } from './use-pair.tsx';

const EDGES = [
  { edge: 'starts', name: t`Starts` },
  { edge: 'ends', name: t`Ends` },
] as const;

/** How far the starts and ends of matched spans of one label are apart: a histogram that is a table. */
export function BoundaryTable({ report }: { readonly report: AgreementReport }) {
  const look = useLook();
  const names = useNames();
  const [pair, field] = usePair(report);
  const { offsets } = pair ?? report;
  const bins = { starts: offsetBins(offsets.starts), ends: offsetBins(offsets.ends) };
  const most = Math.max(1, ...[...bins.starts, ...bins.ends].map((bin) => bin.count));
  const whose = pair
    ? t`${names.annotator(pair.other)} as seen from ${names.annotator(pair.one)}: a number above 0 is further on in the text.`
    : t`All pairs, each case counted from both sides.`;
  return (
    <Section
      title={t`Boundaries`}
      lead={t`How many characters the boundaries of the same span are apart, where the label is the same. ${whose}`}
      isWide
      tools={
        <>
          {field}
          <PictureButtons
            name="agreement-boundaries"
            words={t`save a picture of the boundaries`}
            draw={() => offsetsPicture(report, pair, names)}
          />
        </>
      }
    >
      {(titleId) => (
        <table className={`${table.table} ${styles.histogram}`} aria-labelledby={titleId}>
          <thead>
            <tr>
              <th scope="col">{t`Off by`}</th>
              {EDGES.map(({ edge, name }) => (
                <th key={edge} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {bins.starts.map((bin, index) => (
              <tr key={bin.from}>
                <th scope="row">{binInWords(bin)}</th>
                {EDGES.map(({ edge }) => {
                  const here = bins[edge][index]!;
                  const words =
                    edge === 'starts' ? t`Starts off by ${binInWords(here)}` : t`Ends off by ${binInWords(here)}`;
                  const onLook = look({ kind: 'offset', pair, edge, from: here.from, to: here.to }, words);
                  return (
                    <td key={edge}>
                      <Column number={here.count} of={most} edge={edge} name={words} onLook={onLook} />
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Section>
  );
}

interface ColumnProps {
  readonly number: number;
  /** The number of the longest bar. */
  readonly of: number;
  readonly edge: 'starts' | 'ends';
  readonly name: string;
  readonly onLook: () => void;
}

/** A count with a bar that says the same; bars of starts are plain, those of ends striped. */
function Column({ number, of, edge, name, onLook }: ColumnProps) {
  return (
    <span className={styles.barred}>
      <span className={styles.track} aria-hidden="true">
        <span className={styles.bar} data-edge={edge} style={{ inlineSize: `${(number / of) * 100}%` }} />
      </span>
      <span className={styles.count}>
        <CountButton words={count(number)} name={name} onLook={number > 0 ? onLook : undefined} />
      </span>
    </span>
  );
}
