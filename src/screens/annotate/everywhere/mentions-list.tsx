import { t } from '#language/t.ts';
import { type ArticleMentions, type Mention } from '#state/everywhere/everywhere-search.ts';
import { isTicked } from '#state/everywhere/everywhere-state.ts';
import { useEverywhere, useStores } from '#state/react.tsx';
import { plural } from '#language/numbers.ts';
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import { Virtualizer, type VirtualizerHandle } from 'virtua';
import { MentionRow } from './mention-row.tsx';
import styles from './mentions-list.module.css';

interface MentionsListProps {
  readonly onEnter: () => void;
}

/** A heading, or a mention with its number among all mentions. */
interface Row {
  readonly article: ArticleMentions['article'];
  readonly mention: Mention | undefined;
  readonly index: number;
  readonly size: number;
}

/**
 * The mentions in context, by article. The list has the focus as a whole; arrows walk through it, Space ticks. Only rows near
 * the viewport are in the page.
 */
export function MentionsList({ onEnter }: MentionsListProps) {
  const { everywhere } = useStores();
  const articles = useEverywhere((state) => state.articles);
  const choices = useEverywhere((state) => state.choices);
  const tone = useEverywhere((state) => state.label?.tone);
  const isLooking = useEverywhere((state) => state.phase === 'looking');
  const [walkedTo, setWalkedTo] = useState(0);
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const rows = useRef<VirtualizerHandle>(null);
  const listed = useMemo(() => rowsOf(articles), [articles]);
  const mentions = useMemo(() => articles.flatMap((each) => each.mentions), [articles]);
  const active = Math.min(walkedTo, mentions.length - 1);

  useEffect(() => {
    box.current?.focus();
  }, []);

  const toggle = (mention: Mention | undefined): void => {
    const state = everywhere.getState();
    if (mention) state.tick(mention, !isTicked(state, mention));
  };
  const walk = (index: number): void => {
    const next = Math.max(0, Math.min(index, mentions.length - 1));
    setWalkedTo(next);
    // With the first mention its article comes into sight too.
    const row = next === 0 ? 0 : listed.findIndex((each) => each.mention && each.index === next);
    if (row >= 0) rows.current?.scrollToIndex(row, { align: 'nearest' });
  };
  const press = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === ' ') toggle(mentions[active]);
    else if (event.key === 'Enter') onEnter();
    else {
      const next = nextPlace(event.key, active, mentions.length);
      if (next === undefined) return;
      walk(next);
    }
    event.preventDefault();
  };
  return (
    <div
      ref={box}
      className={styles.list}
      role="listbox"
      aria-label={t`Mentions`}
      aria-multiselectable="true"
      aria-busy={isLooking}
      aria-activedescendant={mentions.length > 0 ? `${id}-${active}` : undefined}
      data-tone={tone}
      tabIndex={0}
      onKeyDown={press}
    >
      <Virtualizer ref={rows}>
        {listed.map(({ article, mention, index, size }) =>
          mention ? (
            <MentionRow
              key={mention.key}
              id={`${id}-${index}`}
              mention={mention}
              language={article.language}
              title={article.title}
              place={index + 1}
              all={mentions.length}
              isActive={index === active}
              isTicked={isTicked({ choices }, mention)}
              onPick={() => {
                setWalkedTo(index);
                toggle(mention);
              }}
            />
          ) : (
            <div key={article.id} role="presentation" className={styles.article}>
              <b dir="auto">{article.title}</b>
              <span>{plural(size, 'mention')}</span>
            </div>
          ),
        )}
      </Virtualizer>
    </div>
  );
}

function rowsOf(articles: readonly ArticleMentions[]): readonly Row[] {
  let index = 0;
  return articles.flatMap(({ article, mentions }) => {
    const size = mentions.length;
    const heading: Row = { article, mention: undefined, index, size };
    return [heading, ...mentions.map((mention): Row => ({ article, mention, index: index++, size }))];
  });
}

/** So many mentions Page Up and Page Down go past. */
const PAGE = 8;

function nextPlace(key: string, active: number, length: number): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return active + 1;
    case 'ArrowUp':
      return active - 1;
    case 'PageDown':
      return active + PAGE;
    case 'PageUp':
      return active - PAGE;
    case 'Home':
      return 0;
    case 'End':
      return length - 1;
    default:
      return undefined;
  }
}
