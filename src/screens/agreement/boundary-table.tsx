import { binInWords, type OffsetBin, offsetBins } from '#core/agreement/offset-bins.ts';
import { offsetsPicture } from '#core/agreement/pictures.ts';
import { type AgreementReport } from '#core/agreement/report.ts';
import { useLaterStores } from '#state/react-later.tsx';
import { count } from '#ui/plural.ts';
import styles from './boundary-table.module.css';
import { CountButton } from './figure-value.tsx';
import { PictureButtons } from './picture-buttons.tsx';
import { Section } from './section.tsx';
import table from './table.module.css';
import { useNames } from './use-names.ts';
import { usePair } from './use-pair.tsx';

const EDGES = [
  { edge: 'starts', name: 'Starts' },
  { edge: 'ends', name: 'Ends' },
] as const;

/** How far the starts and ends of matched spans of one label are apart: a histogram that is a table. */
export function BoundaryTable({ report }: { readonly report: AgreementReport }) {
  const { agreement } = useLaterStores();
  const names = useNames();
  const [pair, field] = usePair(report);
  const { offsets } = pair ?? report;
  const bins = { starts: offsetBins(offsets.starts), ends: offsetBins(offsets.ends) };
  const most = Math.max(1, ...[...bins.starts, ...bins.ends].map((bin) => bin.count));
  const whose = pair
    ? `${names.annotator(pair.other)} as seen from ${names.annotator(pair.one)}: a number above 0 is further on in the text.`
    : 'All pairs, each case counted from both sides.';
  const cell = (bin: OffsetBin, edge: 'starts' | 'ends', name: string) => (
    <td key={edge}>
      <span className={styles.barred}>
        <span className={styles.track} aria-hidden="true">
          <span className={styles.bar} data-edge={edge} style={{ inlineSize: `${(bin.count / most) * 100}%` }} />
        </span>
        <span className={styles.count}>
          <CountButton
            words={count(bin.count)}
            name={`${name} off by ${binInWords(bin)}`}
            onLook={
              bin.count > 0
                ? () => {
                    const question = { kind: 'offset', pair, edge, from: bin.from, to: bin.to } as const;
                    void agreement.getState().lookBehind(question, `${name} off by ${binInWords(bin)}`);
                  }
                : undefined
            }
          />
        </span>
      </span>
    </td>
  );
  return (
    <Section
      title="Boundaries"
      lead={`How many characters the boundaries of the same span are apart, where the label is the same. ${whose}`}
      isWide
      tools={
        <>
          {field}
          <PictureButtons
            name="agreement-boundaries"
            of="the boundaries"
            draw={() => offsetsPicture(report, pair, names)}
          />
        </>
      }
    >
      {(titleId) => (
        <table className={`${table.table} ${styles.histogram}`} aria-labelledby={titleId}>
          <thead>
            <tr>
              <th scope="col">Off by</th>
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
                {EDGES.map(({ edge, name }) => cell(bins[edge][index]!, edge, name))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Section>
  );
}
