import { lazy, Suspense } from 'react';
import styles from './markdown.module.css';

interface MarkdownProps {
  readonly text: string;
  /** The level of the heading that this stands under; its own headings begin one below. */
  readonly under: number;
}

/** The parser comes when it is first needed. Where it cannot be had, as after an update, the text can still be read. */
const Drawn = lazy(async () => {
  try {
    return { default: (await import('./markdown-tree.tsx')).MarkdownTree };
  } catch {
    return { default: AsWritten };
  }
});

/**
 * Text in Markdown as headings, paragraphs, lists, block quotes, code, emphasis and links. HTML is shown as it is written,
 * a picture as its description, and a link that leads to neither a page, a mail address nor this app as its words.
 */
export function Markdown({ text, under }: MarkdownProps) {
  return (
    <div className={styles.markdown}>
      <Suspense fallback={<AsWritten text={text} />}>
        <Drawn text={text} under={under} />
      </Suspense>
    </div>
  );
}

function AsWritten({ text }: Pick<MarkdownProps, 'text'>) {
  return <p className={styles.asWritten}>{text}</p>;
}
