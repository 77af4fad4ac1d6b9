import { withCommas } from '#language/lists.ts';
import { plural } from '#language/numbers.ts';

/** What a copy has more of or newer, by kind. */
interface Lead {
  readonly articles: number;
  readonly layers: number;
  readonly decisions: number;
  readonly threads: number;
}

/** What there is more of or newer in a backup folder, such as `2 articles, 1 layer`. */
export function leadInWords({ articles, layers, decisions, threads }: Lead): string {
  const parts = [
    articles > 0 && plural(articles, 'article'),
    layers > 0 && plural(layers, 'layer'),
    decisions > 0 && plural(decisions, 'decision'),
    threads > 0 && plural(threads, 'thread'),
  ];
  return withCommas(parts.filter((part) => part !== false));
}
