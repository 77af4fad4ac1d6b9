import { type Layer } from '#core/project/project.ts';
import { layerFrom } from './compared.arbitrary.ts';

/**
 * Layers of a long news article: about `number` true spans, half of them names, the others claims and quotations that names
 * lie in; each annotator shifts edges of three in ten, labels one in twelve differently, and leaves out one in twelve. There is a
 * span for so many characters of the text.
 */
export function newsLike(annotators: number, number: number, seed: number, perSpan = 40): readonly Layer[] {
  const draw = drawsFrom(seed);
  const length = number * perSpan;
  const truth = Array.from({ length: number }, (_, index) => {
    const isName = index % 2 === 0;
    const from = draw(length);
    const label = isName ? 'entity' : draw(2) === 0 ? 'claim' : 'quote';
    return { label, from, to: from + (isName ? 4 + draw(16) : 30 + draw(90)) };
  });
  return Array.from({ length: annotators }, (_, annotator) => {
    const spans = truth.flatMap(({ label, from, to }) => {
      if (draw(12) === 0) return [];
      const isShifted = draw(10) < 3;
      const start = Math.max(0, from + (isShifted ? draw(9) - 4 : 0));
      const end = Math.max(start + 1, to + (isShifted ? draw(9) - 4 : 0));
      return [`${draw(12) === 0 ? 'entity' : label} ${start}-${end}`];
    });
    return layerFrom(`annotator ${annotator}`, ...new Set(spans));
  });
}

/** Whole numbers from 0 to below the one given, as the seed has them. */
function drawsFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
