import { t } from '#language/t.ts';
import { findLabel } from '#core/labels/label-set.ts';
import { quoteOf } from '#core/spans/quote-of.ts';
import { useAnnotate, useReading, useSession } from '#state/react.tsx';
import { spanInWords } from '#state/span-words.ts';
import { directionOf } from '#core/text/direction.ts';
import { numberSpans } from '#views/text/number-spans.ts';
import { useLayoutEffect } from 'react';
import styles from './printed.module.css';
import { usePrinting } from '#ui/use-printing.ts';

/** On paper, behind the text and if the user wants it: the spans with values, links and notes, by the numbers in the text. */
export function PrintedList() {
  const isPrinting = usePrinting();
  const isWanted = useReading((state) => state.look.printsList);
  return isPrinting && isWanted && <List />;
}

function List() {
  const layer = useAnnotate((state) => state.layer);
  const { text, language } = useAnnotate((state) => state.article);
  const labelSet = useSession((state) => state.project.labelSet);
  useLayoutEffect(() => numberSpans(document, layer.spans), [layer]);
  if (layer.spans.length === 0) return null;
  return (
    <table className={styles.list}>
      <thead>
        <tr>
          <th scope="col">{t`No.`}</th>
          <th scope="col">{t`Label`}</th>
          <th scope="col">{t`Words`}</th>
          <th scope="col">{t`Details`}</th>
        </tr>
      </thead>
      <tbody>
        {layer.spans.map((span, index) => (
          <tr key={span.id}>
            <td>{index + 1}</td>
            <td dir="auto">{findLabel(labelSet, span.label)?.name ?? span.label}</td>
            <td lang={language === 'und' ? undefined : language} dir={directionOf(language)}>
              {quoteOf(text, span)}
            </td>
            <td>
              {spanInWords(labelSet, layer, span, text).told.map((told) => (
                <p key={told} dir="auto">
                  {told}
                </p>
              ))}
              {span.note !== '' && <p dir="auto">{span.note}</p>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
