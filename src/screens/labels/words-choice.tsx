import { t } from '#language/t.ts';
import { attributeOf } from '#core/spans/span.ts';
import { type LabelId } from '#core/labels/label-id.ts';
import { wordsUsed } from '#core/relabel/outcome.ts';
import { useLabels } from '#state/react-later.tsx';
import { plural } from '#language/numbers.ts';
import { useMemo } from 'react';
import styles from './dialogs.module.css';
import fields from './fields.module.css';
import { type Thing } from './thing.ts';

interface WordsChoiceProps {
  readonly label: LabelId;
  readonly thing: Thing;
  readonly ticked: ReadonlySet<string>;
  readonly onChange: (ticked: ReadonlySet<string>) => void;
}

/** The distinct words of the spans that could be split off, the most frequent first, to be ticked. */
export function WordsChoice({ label, thing, ticked, onChange }: WordsChoiceProps) {
  const layers = useLabels((state) => state.layers);
  const all = useMemo(() => {
    const meant = layers.map(({ layer, text }) => {
      const spans = layer.spans.filter((span) => {
        if (thing.kind !== 'value') return true;
        const held = attributeOf(span, thing.attribute);
        return held === thing.id || (Array.isArray(held) && (held as readonly string[]).includes(thing.id));
      });
      return { layer: { ...layer, spans }, text };
    });
    return wordsUsed(meant, label);
  }, [layers, label, thing]);
  if (all.length === 0) return <p>{t`No span uses it, so there are no words to choose.`}</p>;
  return (
    <fieldset className={fields.group}>
      <legend className={fields.legend}>{t`Words`}</legend>
      <ul className={styles.words}>
        {all.map(({ words, count }) => (
          <li key={words}>
            <label className={fields.check}>
              <input
                type="checkbox"
                checked={ticked.has(words)}
                onChange={(event) => {
                  const next = new Set(ticked);
                  if (event.target.checked) next.add(words);
                  else next.delete(words);
                  onChange(next);
                }}
              />
              <span dir="auto">{words}</span>
            </label>
            <small>{plural(count, 'span')}</small>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
