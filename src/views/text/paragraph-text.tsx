import { type LabelSet } from '#core/labels/label-set.ts';
import { type Span } from '#core/spans/span.ts';
import { type Paragraph } from '#core/text/paragraphs.ts';
import { memo, type CSSProperties, type ReactNode } from 'react';
import { paintParagraph, type PaintedRun, type Stroke } from './painted-run.ts';
import styles from './paragraph-text.module.css';

interface ParagraphTextProps {
  readonly text: string;
  readonly index: number;
  readonly paragraph: Paragraph;
  readonly bucket: readonly Span[];
  readonly labelSet: LabelSet;
  /** Far from the viewport a paragraph is one plain text node. */
  readonly painted: boolean;
}

/** Margin lanes for bracket bars; deeper ones share the last. */
const LANES = 3;
/** Outer strokes are drawn wider so far; a line has no room for more, and deeper ones still alternate in colour. */
const MOST_BELOW = 3;

/** One paragraph with its spans. Drawn again only when its own spans change or it comes near the viewport. */
export const ParagraphText = memo(function ParagraphText(props: ParagraphTextProps) {
  const { text, index, paragraph, bucket, labelSet, painted } = props;
  const words = text.slice(paragraph.from, paragraph.to);
  if (!painted || bucket.length === 0) {
    return (
      <p className={styles.paragraph} data-paragraph={index}>
        {words === '' ? <br /> : words}
      </p>
    );
  }
  const { runs, bars } = paintParagraph(paragraph, bucket, labelSet);
  return (
    <p className={styles.paragraph} data-paragraph={index}>
      {bars.map(({ span, tone, level }, lane) => (
        <span
          key={`${level} ${span.label}`}
          className={styles.bar}
          data-tone={tone}
          style={{ '--lane': Math.min(lane, LANES - 1) } as CSSProperties}
          aria-hidden="true"
        />
      ))}
      {runs.length === 0 && <br />}
      {runs.map((run) => (
        <RunText key={run.from} run={run} words={text.slice(run.from, run.to)} />
      ))}
    </p>
  );
});

function RunText({ run, words }: { readonly run: PaintedRun; readonly words: string }): ReactNode {
  if (run.strokes.length === 0) return words;
  const inner = run.strokes.reduceRight<ReactNode>(
    (content, stroke) => (
      <span
        className={strokeClass(stroke, run)}
        data-tone={stroke.tone}
        data-span={stroke.span.id}
        style={depths(stroke)}
      >
        {content}
      </span>
    ),
    words,
  );
  return <mark className={styles.run}>{inner}</mark>;
}

function strokeClass({ channel, level, range }: Stroke, run: PaintedRun): string {
  const names = [styles[channel]];
  if (run.from === range.from) names.push(styles.start);
  if (run.to === range.to) names.push(styles.end);
  if (level % 2 === 1) names.push(styles.inner);
  return names.join(' ');
}

function depths({ below, clears }: Stroke): CSSProperties {
  return { '--below': Math.min(below, MOST_BELOW), '--clears': Math.min(clears, MOST_BELOW) } as CSSProperties;
}
