import { findLabel, type LabelSet } from '#core/labels/label-set.ts';
import { type PaintedRun } from '#core/spans/painted-run.ts';
import { type EdgeKind, edgesIn, isStart, type SpanEdge } from '#core/spans/edges-told.ts';
import { type Span } from '#core/spans/span.ts';
import { type TextRange } from '#core/text/range.ts';
import { t } from '#language/t.ts';
import styles from './tell-edges.module.css';

/** A block of the text that is drawn, and what is drawn for each of its runs. */
interface DrawnBlock {
  readonly text: string;
  readonly block: TextRange;
  readonly bucket: readonly Span[];
  readonly labelSet: LabelSet;
  readonly runs: readonly PaintedRun[];
  readonly nodes: readonly (readonly Node[])[];
}

/** What is to be drawn for each run, with what a screen reader says where spans start and end. */
export type TellEdges = (drawn: DrawnBlock) => readonly (readonly Node[])[];

const WORDS: Readonly<Record<EdgeKind, (label: string) => string>> = {
  starts: (label) => t`${label} starts`,
  pauses: (label) => t`${label} pauses`,
  'goes-on': (label) => t`${label} goes on`,
  ends: (label) => t`${label} ends`,
};

/** Puts an element without any text between the runs for each edge of a span, in the order of reading. */
export const tellEdges: TellEdges = ({ text, block, bucket, labelSet, runs, nodes }) => {
  const edges = edgesIn(text, block, bucket);
  let next = 0;
  return runs.map((run, index) => {
    const before: Node[] = [];
    const after: Node[] = [];
    for (; next < edges.length; next += 1) {
      const edge = edges[next]!;
      if (isStart(edge) ? edge.at >= run.to : edge.at > run.to) break;
      (isStart(edge) ? before : after).push(edgeElement(edge, labelSet));
    }
    return [...before, ...nodes[index]!, ...after];
  });
};

/** It says so in the language of the interface, which may be another one than that of the text around it. */
function edgeElement({ span, kind }: SpanEdge, labelSet: LabelSet): HTMLElement {
  const element = document.createElement('span');
  element.className = styles.told!;
  element.dataset['told'] = WORDS[kind](findLabel(labelSet, span.label)?.name ?? span.label);
  element.lang = document.documentElement.lang;
  return element;
}
