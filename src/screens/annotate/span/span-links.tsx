import { t } from '#language/t.ts';
import { findLabel, findLinkType } from '#core/labels/label-set.ts';
import { mayStartAt } from '#core/labels/link-type.ts';
import { missingItems } from '#core/project/missing-items.ts';
import { linksAt } from '#core/spans/link.ts';
import { type Span } from '#core/spans/span.ts';
import { findSpan } from '#core/spans/span-index.ts';
import { quoteOf } from '#core/spans/quote-of.ts';
import { shortened } from '#state/span-words.ts';
import { useAnnotate, useSession, useStores } from '#state/react.tsx';
import { Button } from '#ui/button.tsx';
import { LabelMark } from '#views/labels/label-mark.tsx';
import { directionOf } from '#core/text/direction.ts';
import { ArrowRight, Spline, X } from 'lucide-react';
import styles from './span-links.module.css';

interface SpanLinksProps {
  readonly span: Span;
  readonly isWritable: boolean;
}

/** The links of a span in words, each a way to the span at its other end, and what is still asked for. */
export function SpanLinks({ span, isWritable }: SpanLinksProps) {
  const { annotate } = useStores();
  const labelSet = useSession((state) => state.project.labelSet);
  const layer = useAnnotate((state) => state.layer);
  const types = labelSet.linkTypes.filter((type) => mayStartAt(type, span.label));
  const links = linksAt(layer.links, span.id);
  const missing = missingItems(labelSet, layer, span).linkTypes;
  if (types.length === 0 && links.length === 0) return null;
  return (
    <div className={styles.links}>
      {(links.length > 0 || missing.length > 0) && (
        <ul aria-label={t`Links`} className={styles.list}>
          {links.map((link) => (
            <SpanLink key={link.id} link={link} span={span} isWritable={isWritable} />
          ))}
          {missing.map((type) => (
            <li key={type.id} className={styles.link}>
              <span className={styles.type}>{type.name}</span>
              <span className={styles.missing}>{t`needed`}</span>
            </li>
          ))}
        </ul>
      )}
      {types.length > 0 && (
        <Button
          look="quiet"
          className={styles.add}
          disabled={!isWritable}
          onClick={() => {
            annotate.getState().startLinking();
          }}
        >
          <Spline size={15} aria-hidden="true" />
          {t`Link to…`} <kbd aria-hidden="true">L</kbd>
        </Button>
      )}
    </div>
  );
}

interface SpanLinkProps extends SpanLinksProps {
  readonly link: ReturnType<typeof linksAt>[number];
}

function SpanLink({ link, span, isWritable }: SpanLinkProps) {
  const { annotate } = useStores();
  const labelSet = useSession((state) => state.project.labelSet);
  const article = useAnnotate((state) => state.article);
  const isFrom = link.from === span.id;
  const other = useAnnotate((state) => findSpan(state.layer.spans, isFrom ? link.to : link.from));
  const type = findLinkType(labelSet, link.type);
  const label = other && findLabel(labelSet, other.label);
  const typeName = type?.name ?? link.type;
  const name = isFrom ? typeName : t`${typeName} of`;
  const words = other ? shortened(quoteOf(article.text, other)) : '';
  return (
    <li className={styles.link}>
      <span className={styles.type}>
        {name}
        <ArrowRight size={13} aria-hidden="true" className={isFrom ? '' : styles.incoming} />
      </span>
      <button
        type="button"
        className={styles.other}
        onClick={() => {
          if (other) annotate.getState().selectSpan(other.id, true);
        }}
      >
        {label && <LabelMark label={label} />}
        <span lang={article.language} dir={directionOf(article.language)}>
          {words}
        </span>
      </button>
      <Button
        look="icon"
        disabled={!isWritable}
        aria-label={t`Delete link ${name} ${words}`}
        onClick={() => {
          annotate.getState().removeLink(link.id);
        }}
      >
        <X size={14} aria-hidden="true" />
      </Button>
    </li>
  );
}
