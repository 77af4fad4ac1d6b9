import { type LabelId } from '#core/labels/label-id.ts';
import { type FigureReason } from './figure.ts';
import { type Warning } from './report.ts';

/** Why there is no value, in a few words that fit into a table. */
export function inWords(reason: FigureReason | undefined): string {
  switch (reason) {
    case 'no-data':
      return 'nothing marked';
    case 'no-variation':
      return 'nothing varies';
    case 'one-annotator':
      return 'one annotator';
    case 'no-overlap':
      return 'nothing in common';
    case 'chance-zero':
      return 'no chance to differ';
    case 'labels-overlap':
      return 'labels overlap';
    case 'too-costly':
      return 'not computed';
    case undefined:
      return 'no value';
  }
}

/** A warning as a sentence. */
export function warningInWords(warning: Warning, labelName: (id: LabelId) => string): string {
  switch (warning.kind) {
    case 'few-articles':
      return `With ${countOf(warning.articles, 'article')} there are no intervals; ten are needed.`;
    case 'rare-label':
      return `${percent(warning.share)} of the tokens have the label ${labelName(warning.label)}: κ and α over tokens are mostly about text that nobody marked.`;
    case 'overlaps-merged':
      return `For uα, ${countOf(warning.count, 'span')} that overlapped another of the same label and annotator went into one with it.`;
    case 'twins-left-out':
      return `Left out: ${countOf(warning.count, 'span')} that said the same as another of the same annotator.`;
    case 'gamma-incomplete':
      return `γ leaves out ${countOf(warning.articles, 'article')}, as the best alignment would have taken too long.`;
  }
}

/** `1 article`, `2 articles`. */
export function countOf(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}
