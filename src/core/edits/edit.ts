import { type LayerStatus } from '#core/project/project.ts';
import { type Link } from '#core/spans/link.ts';
import { type Span } from '#core/spans/span.ts';

/**
 * One change to a layer as a plain value that can be written as JSON. Each kind carries what was there before, so that it
 * can be inverted and so that it refuses to be applied to a layer that it was not made for.
 */
export type Edit =
  | { readonly kind: 'add-span'; readonly span: Span }
  | { readonly kind: 'remove-span'; readonly span: Span }
  | { readonly kind: 'replace-span'; readonly before: Span; readonly after: Span }
  | { readonly kind: 'add-link'; readonly link: Link }
  | { readonly kind: 'remove-link'; readonly link: Link }
  | { readonly kind: 'set-status'; readonly before: LayerStatus; readonly after: LayerStatus }
  | { readonly kind: 'together'; readonly edits: readonly Edit[] };
