import { type Edit } from './edit.ts';

/** The edit that takes this one back: applying both, in order, gives the layer as it was. */
export function invertEdit(edit: Edit): Edit {
  switch (edit.kind) {
    case 'add-span':
      return { kind: 'remove-span', span: edit.span };
    case 'remove-span':
      return { kind: 'add-span', span: edit.span };
    case 'replace-span':
      return { kind: 'replace-span', before: edit.after, after: edit.before };
    case 'add-link':
      return { kind: 'remove-link', link: edit.link };
    case 'remove-link':
      return { kind: 'add-link', link: edit.link };
    case 'set-status':
      return { kind: 'set-status', before: edit.after, after: edit.before };
    case 'together':
      return { kind: 'together', edits: edit.edits.map(invertEdit).toReversed() };
  }
}
