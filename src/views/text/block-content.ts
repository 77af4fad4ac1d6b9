import { type LabelSet } from '#core/labels/label-set.ts';
import { type Span } from '#core/spans/span.ts';
import { type TextRange } from '#core/text/range.ts';
import styles from './block-content.module.css';
import { BAR_LANES, MOST_STEPS, paintBlock, type PaintedRun, type Stroke } from '#core/spans/painted-run.ts';
// Only its type: the code comes when it is wanted.
import type { TellEdges } from './tell-edges.ts';
import { type TextBlock } from './text-layout.ts';

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

/** Replaces what is in a block's element: its text with these spans, told or not, and this room; plain where there are neither. */
export function fillBlock(
  element: HTMLElement,
  text: string,
  block: TextBlock,
  bucket: readonly Span[],
  labelSet: LabelSet | undefined,
  room?: TextRoom,
  tell?: TellEdges,
): void {
  if (!room && (bucket.length === 0 || !labelSet)) {
    element.replaceChildren(plainContent(text, block));
    return;
  }
  const { runs, bars } = paintBlock(block, bucket, labelSet ?? NO_LABELS, room);
  const drawn = runs.length === 0 ? [[document.createElement('br')]] : runs.map((run) => [runNode(text, run)]);
  const words = tell && labelSet ? tell({ text, block, bucket, labelSet, runs, nodes: drawn }) : drawn;
  element.replaceChildren(...bars.map(barElement), ...(room ? withRoom(words, runs, room) : words.flat()));
}

/** The words with those of the room in one element, which makes their lines higher and nothing wider. */
function withRoom(
  words: readonly (readonly Node[])[],
  runs: readonly PaintedRun[],
  { from, to, size }: TextRoom,
): readonly Node[] {
  const first = runs.findIndex((run) => run.from >= from && run.to <= to);
  const last = runs.findLastIndex((run) => run.from >= from && run.to <= to);
  if (first < 0) return words.flat();
  const lines = document.createElement('span');
  lines.className = styles.room!;
  lines.style.setProperty('--room', `${size}px`);
  const content = document.createElement('span');
  content.append(...words.slice(first, last + 1).flat());
  lines.append(content);
  return words.toSpliced(first, last + 1 - first, [lines]).flat();
}

function plainContent(text: string, { from, to }: TextBlock): Node {
  return from === to ? document.createElement('br') : document.createTextNode(text.slice(from, to));
}

function barElement({ tone, line }: Stroke, lane: number): HTMLElement {
  const bar = document.createElement('span');
  bar.className = styles.bar!;
  bar.dataset['tone'] = tone;
  if (line > 0) bar.dataset['line'] = String(line);
  bar.style.setProperty('--lane', String(Math.min(lane, BAR_LANES - 1)));
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
  if (stroke.line > 0) element.dataset['line'] = String(stroke.line);
  // Most are 0, as without the property; setting it costs more than making the element.
  if (stroke.below > 0) element.style.setProperty('--below', String(Math.min(stroke.below, MOST_STEPS)));
  if (stroke.clears > 0) element.style.setProperty('--clears', String(Math.min(stroke.clears, MOST_STEPS)));
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
