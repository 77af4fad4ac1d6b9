import { createElement, type ReactNode, useMemo } from 'react';
import { addressOf } from './link-address.ts';
import styles from './markdown.module.css';
import { type MarkdownNode, parseMarkdown } from './parse-markdown.ts';

interface MarkdownTreeProps {
  readonly text: string;
  readonly under: number;
}

/** Deeper parts are shown as they are written: nobody can read them otherwise, and drawing goes one call down for each. */
const DEEPEST = 24;

/** What drawing a node needs to know of the whole. */
interface Whole {
  readonly text: string;
  readonly under: number;
  /** Where links that are named elsewhere in the text lead, by their name. */
  readonly addresses: ReadonlyMap<string, string>;
}

/** Draws Markdown as elements, never as HTML. See Markdown, which loads this. */
export function MarkdownTree({ text, under }: MarkdownTreeProps) {
  return useMemo(() => {
    const nodes = parseMarkdown(text);
    if (!nodes) return <p className={styles.asWritten}>{text}</p>;
    const addresses = new Map(
      nodes.flatMap((node) => (node.type === 'definition' ? [[node.identifier, node.url] as const] : [])).toReversed(),
    );
    return drawAll(nodes, { text, under, addresses }, 0, true);
  }, [text, under]);
}

function drawAll(nodes: readonly MarkdownNode[], whole: Whole, depth: number, isBlock: boolean): ReactNode {
  return nodes.map((node, index) => {
    if (depth > DEEPEST) return sourceOf(node, whole);
    // The place is all that tells the parts of a text apart, and they are drawn anew with the text.
    return <Drawn key={`${index} ${node.type}`} node={node} whole={whole} depth={depth} isBlock={isBlock} />;
  });
}

interface DrawnProps {
  readonly node: MarkdownNode;
  readonly whole: Whole;
  readonly depth: number;
  /** True where it stands beside paragraphs, not in one. */
  readonly isBlock: boolean;
}

function Drawn({ node, whole, depth, isBlock }: DrawnProps): ReactNode {
  if ('children' in node) return <Parent node={node} whole={whole} depth={depth} />;
  switch (node.type) {
    case 'text':
      return node.value;
    case 'html':
      return isBlock ? <p className={styles.asWritten}>{node.value}</p> : node.value;
    case 'inlineCode':
      return <code>{node.value}</code>;
    case 'code':
      return (
        // A long line scrolls, which must be possible without a pointer.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <pre tabIndex={0}>
          <code>{node.value}</code>
        </pre>
      );
    case 'break':
      return <br />;
    case 'thematicBreak':
      return <hr />;
    case 'image':
    case 'imageReference':
      return node.alt;
    default:
      return null;
  }
}

type ParentNode = Extract<MarkdownNode, { children: unknown }>;

const HOLDS_BLOCKS: readonly ParentNode['type'][] = ['blockquote', 'listItem', 'list'];

interface ParentProps extends Omit<DrawnProps, 'isBlock'> {
  readonly node: ParentNode;
}

function Parent({ node, whole, depth }: ParentProps) {
  const children = drawAll(node.children, whole, depth + 1, HOLDS_BLOCKS.includes(node.type));
  switch (node.type) {
    case 'heading':
      return createElement(headingAt(whole.under + node.depth), null, children);
    case 'paragraph':
      return <p>{children}</p>;
    case 'blockquote':
      return <blockquote>{children}</blockquote>;
    case 'list':
      return node.ordered ? <ol start={node.start ?? 1}>{children}</ol> : <ul>{children}</ul>;
    case 'listItem':
      return <li className={node.spread ? undefined : styles.tight}>{children}</li>;
    case 'emphasis':
      return <em>{children}</em>;
    case 'strong':
      return <strong>{children}</strong>;
    case 'link':
      return <SafeLink address={addressOf(node.url)}>{children}</SafeLink>;
    case 'linkReference':
      return <SafeLink address={addressOf(whole.addresses.get(node.identifier) ?? '')}>{children}</SafeLink>;
    default:
      return children;
  }
}

function SafeLink({ address, children }: { readonly address: string | undefined; readonly children: ReactNode }) {
  if (address === undefined) return children;
  if (address.startsWith('#')) return <a href={address}>{children}</a>;
  return (
    <a href={address} target="_blank" rel="noreferrer">
      {children}
    </a>
  );
}

function headingAt(level: number): 'h2' | 'h3' | 'h4' | 'h5' | 'h6' {
  return (['h2', 'h3', 'h4', 'h5'] as const)[level - 2] ?? 'h6';
}

function sourceOf({ position }: MarkdownNode, { text }: Whole): string {
  return text.slice(position?.start.offset, position?.end.offset);
}
