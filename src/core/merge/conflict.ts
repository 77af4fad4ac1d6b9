import { type Link } from '#core/spans/link.ts';
import { type Span } from '#core/spans/span.ts';

/**
 * Something that two copies of a layer changed differently since they parted. Each side is as it will be where that side is
 * chosen; undefined where that side has removed it. `key` tells it from the others of its layer.
 */
export type Conflict =
  | {
      readonly kind: 'span';
      readonly key: string;
      readonly mine: Span | undefined;
      readonly theirs: Span | undefined;
      /** True where neither side is removed and both can stand beside each other. */
      readonly mayKeepBoth: boolean;
    }
  | {
      readonly kind: 'link';
      readonly key: string;
      readonly mine: Link | undefined;
      readonly theirs: Link | undefined;
      readonly mayKeepBoth: false;
    };

/** What is to become of a conflict. */
export type MergeChoice = 'mine' | 'theirs' | 'both';

/** What is chosen, by the keys of conflicts; ours stays where nothing is. */
export type MergeChoices = ReadonlyMap<string, MergeChoice>;
