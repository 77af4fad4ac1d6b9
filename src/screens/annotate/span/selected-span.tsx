import { t } from '#language/t.ts';
import { findLabel } from '#core/labels/label-set.ts';
import { type Span } from '#core/spans/span.ts';
import { annotateAddress } from '#state/addresses.ts';
import { quoteOf } from '#core/spans/quote-of.ts';
import { useAnnotate, useSession, useStores } from '#state/react.tsx';
import { Button } from '#ui/button.tsx';
import { LabelMark } from '#views/labels/label-mark.tsx';
import { directionOf } from '#core/text/direction.ts';
import { Link2, TextSearch, Trash2, X } from 'lucide-react';
import { NoteField } from './note-field.tsx';
import styles from './selected-span.module.css';
import { SpanAttributes } from './span-attributes.tsx';
import { SpanLinks } from './span-links.tsx';
import { UseAsExample } from './use-as-example.tsx';

interface SelectedSpanProps {
  readonly span: Span;
  readonly onReturnToText: () => void;
}

/** Everything about the selected span, and what can be done to it with the pointer. */
export function SelectedSpan({ span, onReturnToText }: SelectedSpanProps) {
  const { annotate, everywhere } = useStores();
  const article = useAnnotate((state) => state.article);
  const isWritable = useAnnotate((state) => state.permission === 'write');
  const label = useSession((state) => findLabel(state.project.labelSet, span.label));
  const copyLink = async (): Promise<void> => {
    const { say } = annotate.getState();
    const address = new URL(annotateAddress(article.id, span.id), location.href).href;
    try {
      await navigator.clipboard.writeText(address);
      say(t`The link to this span is copied.`);
    } catch {
      say(t`The browser does not allow copying. The link is ${address}`);
    }
  };
  return (
    <div className={styles.card}>
      <span className={styles.tag}>
        {label && <LabelMark label={label} />}
        {label?.name ?? span.label}
      </span>
      <q className={styles.quote} lang={article.language} dir={directionOf(article.language)}>
        {quoteOf(article.text, span)}
      </q>
      <Relabel span={span} isWritable={isWritable} />
      <SpanAttributes span={span} isWritable={isWritable} onReturnToText={onReturnToText} />
      <SpanLinks span={span} isWritable={isWritable} />
      {span.ranges.length > 1 && <Fragments span={span} isWritable={isWritable} />}
      <NoteField span={span} isWritable={isWritable} onReturnToText={onReturnToText} />
      <div className={styles.actions}>
        <Button
          look="quiet"
          aria-keyshortcuts="a"
          title={t`Tag other mentions of these words (A)`}
          disabled={!isWritable}
          onClick={() => {
            void everywhere.getState().open(span.id);
          }}
        >
          <TextSearch size={16} aria-hidden="true" />
          {t`Label everywhere`}
        </Button>
        {label && <UseAsExample span={span} label={label} />}
        <Button look="quiet" onClick={() => void copyLink()}>
          <Link2 size={16} aria-hidden="true" />
          {t`Copy link`}
        </Button>
        <Button
          look="quiet"
          className={styles.delete}
          disabled={!isWritable}
          onClick={() => {
            annotate.getState().deleteSpan(span.id);
            onReturnToText();
          }}
        >
          <Trash2 size={16} aria-hidden="true" />
          {t`Delete span`}
        </Button>
      </div>
    </div>
  );
}

interface PartProps {
  readonly span: Span;
  readonly isWritable: boolean;
}

function Relabel({ span, isWritable }: PartProps) {
  const { annotate } = useStores();
  const labels = useSession((state) => state.project.labelSet.labels);
  return (
    <div className={styles.row}>
      <label htmlFor="span-label">{t`Label`}</label>
      <select
        id="span-label"
        value={span.label}
        disabled={!isWritable}
        onChange={(event) => {
          const next = labels.find(({ id }) => id === event.target.value);
          if (next) annotate.getState().relabel(span.id, next.id);
        }}
      >
        {labels.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}

function Fragments({ span, isWritable }: PartProps) {
  const { annotate } = useStores();
  const { text, language } = useAnnotate((state) => state.article);
  return (
    <ol className={styles.fragments} aria-label={t`Fragments`}>
      {span.ranges.map(({ from, to }, index) => (
        <li key={from}>
          <span lang={language === 'und' ? undefined : language} dir={directionOf(language)}>
            {text.slice(from, to)}
          </span>
          <Button
            look="icon"
            disabled={!isWritable}
            aria-label={t`Remove fragment ${index + 1}`}
            onClick={() => {
              annotate.getState().removeFragment(span.id, index);
            }}
          >
            <X size={14} aria-hidden="true" />
          </Button>
        </li>
      ))}
    </ol>
  );
}
