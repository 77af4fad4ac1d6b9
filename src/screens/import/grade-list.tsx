import { t } from '#language/t.ts';
import { tNodes } from '#ui/t-nodes.tsx';
import { type ReadFile } from '#state/transfer-store.ts';
import { count } from '#language/numbers.ts';
import styles from './grade-list.module.css';

type Report = (ReadFile & { readonly kind: 'dataset' })['report'];
type Grade = keyof Report['grades'];

const GRADES: readonly { readonly grade: Grade; readonly say: (spans: string) => string }[] = [
  { grade: 'equal', say: (spans) => t`${spans} where the file says, with the same words` },
  { grade: 'folded', say: (spans) => t`${spans} where the file says, with words that differ in case or white space` },
  { grade: 'unchecked', say: (spans) => t`${spans} where the file says, which does not tell their words` },
  { grade: 'moved', say: (spans) => t`${spans} found elsewhere by their words` },
  { grade: 'chosen', say: (spans) => t`${spans} where you put them` },
  { grade: 'orphan', say: (spans) => t`${spans} without a place in the text: left out` },
];

/** How sure the places of spans are, with the first of those that are not. */
export function GradeList({ report }: { readonly report: Report }) {
  const some = GRADES.filter(({ grade }) => report.grades[grade] > 0);
  if (some.length === 0) return t`none`;
  return (
    <ul className={styles.grades}>
      {some.map(({ grade, say }) => (
        <li key={grade}>
          {say(count(report.grades[grade]))}
          <Examples examples={report.examples.filter((each) => each.grade === grade)} />
        </li>
      ))}
    </ul>
  );
}

function Examples({ examples }: { readonly examples: Report['examples'] }) {
  if (examples.length === 0) return null;
  return (
    <details className={styles.examples}>
      <summary>{examples.length === 1 ? t`The first` : t`The first ${examples.length}`}</summary>
      <ul>
        {examples.map(({ place, label, words, wordsInFile }, index) => (
          // Two may be the same in all they say; their order does not change.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={index}>
            {wordsInFile === '' || wordsInFile === words
              ? tNodes`${<bdi>{label}</bdi>}: “${<bdi>{words}</bdi>}”`
              : tNodes`${<bdi>{label}</bdi>}: “${<bdi>{words}</bdi>}”, in the file “${<bdi>{wordsInFile}</bdi>}”`}{' '}
            <code>{place}</code>
          </li>
        ))}
      </ul>
    </details>
  );
}
