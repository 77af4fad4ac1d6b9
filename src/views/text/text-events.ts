import { type Span } from '#core/spans/span.ts';
import { type ShownSelection } from './use-shown-selection.ts';

/** What the pointer did in the text. */
export interface TextEvents {
  /** Some words were selected; their edges lie at word edges unless Alt was held. */
  readonly onSelect: (selection: ShownSelection) => void;
  /** The text was clicked; `again` where it was the same place as the click before. */
  readonly onClickAt: (offset: number, again: boolean) => void;
  /** Words were selected with Ctrl or ⌘ held, to be added to the selected span. */
  readonly onAddFragment: (selection: ShownSelection) => void;
  readonly onMoveBoundary: (span: Span, index: number, edge: 'from' | 'to', offset: number) => void;
}
