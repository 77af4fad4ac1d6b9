import { t } from '#language/t.ts';
import { type CarriedSpan } from '#core/carry-over/carry-spans.ts';
import { findAttribute, findLabel, findLinkType } from '#core/labels/label-set.ts';
import { quoteOf } from '#core/spans/quote-of.ts';
import { type SpanId } from '#core/spans/span.ts';
import { useSession } from '#state/react.tsx';
import { useCorrection } from '#state/react-later.tsx';
import { directionOf } from '#core/text/direction.ts';
import { changedInWords, movedInWords } from './change-in-words.ts';
import styles from './unplaced-spans.module.css';

/** No more than so many are listed; what was corrected at so many places is not read one by one. */
const MOST_LISTED = 200;

/** Spans whose words or place are not what they were, folded up; links and attributes that are left out. */
export function CarriedDetails() {
  const carried = useCorrection((state) => state.preview?.own.carried ?? NONE);
  return (
    <>
      <Carried title={changedInWords} spans={carried.filter(({ grade }) => grade === 'changed')} />
      <Carried title={movedInWords} spans={carried.filter(({ grade }) => grade === 'moved')} />
      <LeftOut />
    </>
  );
}

const NONE: readonly CarriedSpan[] = [];

interface CarriedProps {
  readonly title: (spans: number) => string;
  readonly spans: readonly CarriedSpan[];
}

function Carried({ title, spans }: CarriedProps) {
  const { text, language } = useCorrection((state) => state.article);
  const compared = useCorrection((state) => state.preview?.text ?? '');
  if (spans.length === 0) return null;
  return (
    <details className={styles.details}>
      <summary>{title(spans.length)}</summary>
      <ul className={styles.list} lang={language === 'und' ? undefined : language} dir={directionOf(language)}>
        {spans.slice(0, MOST_LISTED).map(({ before, after }) => (
          <li key={before.id}>
            <del>{quoteOf(text, before)}</del> <ins>{quoteOf(compared, after)}</ins>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Links that lose an end, and words that attributes named and that are gone. */
function LeftOut() {
  const result = useCorrection((state) => state.result);
  const own = useCorrection((state) => state.preview?.own);
  const { text } = useCorrection((state) => state.article);
  const labelSet = useSession((state) => state.project.labelSet);
  if (!own || !result || result.lostLinks.length + result.dropped.length === 0) return null;
  const spans = new Map([...own.carried, ...own.unplaced].map(({ before }) => [before.id, before]));
  const words = (id: SpanId): string => {
    const span = spans.get(id);
    return span ? t`“${quoteOf(text, span)}”` : id;
  };
  return (
    <section className={styles.section} aria-label={t`Left out`}>
      <h2>{t`Left out`}</h2>
      <ul className={styles.list}>
        {result.lostLinks.slice(0, MOST_LISTED).map(({ id, type, from, to }) => (
          <li key={id}>
            {t`Link “${findLinkType(labelSet, type)?.name ?? type}” from ${words(from)} to ${words(to)}`}
          </li>
        ))}
        {result.dropped.slice(0, MOST_LISTED).map(({ span, id, words: lost }) => {
          const label = spans.get(span)?.label;
          const name = label && findAttribute(findLabel(labelSet, label), id)?.name;
          return (
            <li key={`${span} ${id}`}>{t`${name ?? id} of ${words(span)}: “${text.slice(lost.from, lost.to)}”`}</li>
          );
        })}
      </ul>
    </section>
  );
}
