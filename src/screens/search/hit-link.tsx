import { t } from '#language/t.ts';
import { findAttribute, findLabel } from '#core/labels/label-set.ts';
import { type ArticleId } from '#core/project/project.ts';
import { type Hit, type HitDetail } from '#core/search/search-corpus.ts';
import { type SnippetPart } from '#core/search/snippet.ts';
import { annotateAddress, placeAddress } from '#state/addresses.ts';
import { useSession } from '#state/react.tsx';
import { nameOf } from '#state/session-store.ts';
import { LabelMark } from '#views/labels/label-mark.tsx';
import { directionOf } from '#core/text/direction.ts';
import { TextQuote } from 'lucide-react';
import styles from './hit-link.module.css';

interface HitLinkProps {
  readonly articleId: ArticleId;
  readonly language: string;
  readonly hit: Hit;
}

/** One place that was found, in its context; opens it. */
export function HitLink({ articleId, language, hit }: HitLinkProps) {
  const annotators = useSession((state) => state.annotators);
  const writer = useSession((state) => state.annotatorId);
  const labelSet = useSession((state) => state.project.labelSet);
  const { span, range, parts, details } = hit;
  const label = span && findLabel(labelSet, span.label);
  const other = span && span.annotatorId !== writer ? span.annotatorId : undefined;
  return (
    <a
      data-hit
      className={styles.hit}
      href={span ? annotateAddress(articleId, span.id, other) : placeAddress(articleId, range)}
    >
      <span className={styles.kind}>
        {label ? <LabelMark label={label} /> : <TextQuote size={14} aria-hidden="true" />}
        <span>{span ? (label?.name ?? span.label) : t`Text`}</span>
        {other && <small dir="auto">{nameOf(annotators, other)}</small>}
      </span>
      <span className={styles.found}>
        <span
          className={styles.words}
          lang={language === 'und' ? undefined : language}
          dir={directionOf(language)}
          data-words
        >
          <Parts parts={parts} />
        </span>
        {details.map((detail) => (
          <span key={detail.attribute ?? ''} className={styles.detail} dir="auto">
            <b>{nameOfDetail(detail)}</b> <Parts parts={detail.parts} />
          </span>
        ))}
      </span>
    </a>
  );

  function nameOfDetail({ attribute }: HitDetail): string {
    return attribute === undefined ? t`Note:` : `${findAttribute(label, attribute)?.name ?? attribute}:`;
  }
}

function Parts({ parts }: { readonly parts: readonly SnippetPart[] }) {
  // Parts have no identity but their place.
  // oxlint-disable-next-line react/no-array-index-key
  return parts.map(({ text, isHit }, index) => (isHit ? <mark key={index}>{text}</mark> : text));
}
