import { type LabelSet } from '#core/labels/label-set.ts';
import { type Span } from '#core/spans/span.ts';
import { type TextRange } from '#core/text/range.ts';
import styles from './block-content.module.css';
import { paintBlock, type PaintedRun, type Stroke } from './painted-run.ts';
import { type TextBlock } from './text-layout.ts';

/** Margin lanes for bracket bars; deeper ones share the last. */
const LANES = 3;
/** Outer strokes are drawn wider so far; a line has no room for more, and deeper ones still alternate in colour. */
const MOST_BELOW = 3;

/** Text whose lines have `size` pixels of free room below them; the words themselves stay where they are in their lines. */
export interface TextRoom extends TextRange {
  readonly size: number;
}

const NO_LABELS: LabelSet = { labels: [], linkTypes: [] };

/** The element of a block, with its plain text in one text node. */
export function blockElementOf(text: string, index: number, block: TextBlock): HTMLElement {
  const element = document.createElement('p');
  element.className = block.endsParagraph ? styles.paragraph! : `${styles.paragraph!} ${styles.goesOn!}`;
  element.dataset['paragraph'] = String(index);
  element.append(plainContent(text, block));
  return element;
}

/** Replaces what is in a block's element: its text with these spans and this room, or plain where there are neither. */
export function fillBlock(
  element: HTMLElement,
  text: string,
  block: TextBlock,
  bucket: readonly Span[],
  labelSet: LabelSet | undefined,
  room?: TextRoom,
): void {
  if (!room && (bucket.length === 0 || !labelSet)) {
    element.replaceChildren(plainContent(text, block));
    return;
  }
  const { runs, bars } = paintBlock(block, bucket, labelSet ?? NO_LABELS, room);
  const words = runs.length === 0 ? [document.createElement('br')] : runs.map((run) => runNode(text, run));
  element.replaceChildren(...bars.map(barElement), ...(room ? withRoom(words, runs, room) : words));
}

/** The words with those of the room in one element, which makes their lines higher and nothing wider. */
function withRoom(words: readonly Node[], runs: readonly PaintedRun[], { from, to, size }: TextRoom): readonly Node[] {
  const first = runs.findIndex((run) => run.from >= from && run.to <= to);
  const last = runs.findLastIndex((run) => run.from >= from && run.to <= to);
  if (first < 0) return words;
  const lines = document.createElement('span');
  lines.className = styles.room!;
  lines.style.setProperty('--room', `${size}px`);
  const content = document.createElement('span');
  content.append(...words.slice(first, last + 1));
  lines.append(content);
  return words.toSpliced(first, last + 1 - first, lines);
}

function plainContent(text: string, { from, to }: TextBlock): Node {
  return from === to ? document.createElement('br') : document.createTextNode(text.slice(from, to));
}

function barElement({ tone }: Stroke, lane: number): HTMLElement {
  const bar = document.createElement('span');
  bar.className = styles.bar!;
  bar.dataset['tone'] = tone;
  bar.style.setProperty('--lane', String(Math.min(lane, LANES - 1)));
  bar.ariaHidden = 'true';
  return bar;
}

function runNode(text: string, run: PaintedRun): Node {
  const words = document.createTextNode(text.slice(run.from, run.to));
  if (run.strokes.length === 0) return words;
  const mark = document.createElement('mark');
  mark.className = styles.run!;
  mark.append(run.strokes.reduceRight<Node>((content, stroke) => strokeElement(content, stroke, run), words));
  return mark;
}

function strokeElement(content: Node, stroke: Stroke, run: PaintedRun): HTMLElement {
  const element = document.createElement('span');
  element.className = strokeClass(stroke, run);
  element.dataset['tone'] = stroke.tone;
  element.dataset['span'] = stroke.span.id;
  // Most are 0, as without the property; setting it costs more than making the element.
  if (stroke.below > 0) element.style.setProperty('--below', String(Math.min(stroke.below, MOST_BELOW)));
  if (stroke.clears > 0) element.style.setProperty('--clears', String(Math.min(stroke.clears, MOST_BELOW)));
  element.append(content);
  return element;
}

function strokeClass({ channel, level, range }: Stroke, run: PaintedRun): string {
  const names = [styles[channel]];
  if (run.from === range.from) names.push(styles.start);
  if (run.to === range.to) names.push(styles.end);
  if (level % 2 === 1) names.push(styles.inner);
  return names.join(' ');
}
