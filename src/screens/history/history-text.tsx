import { type OpenHistory } from '#state/history/history-store.ts';
import { useReading, useSession } from '#state/react.tsx';
import { type TextRange } from '#core/text/range.ts';
import { spansOfEdit } from '#core/edits/spans-of-edit.ts';
import { findSpan } from '#core/spans/span-index.ts';
import { ArticleText, type ArticleTextHandle } from '#views/text/article-text.tsx';
import { useTellEdges } from '#views/text/use-tell-edges.ts';
import { type ShownLink } from '#views/text/link-arrows.tsx';
import { type ShownSelection } from '#views/text/use-shown-selection.ts';
import { useEffect, useMemo, useRef, useState } from 'react';

interface HistoryTextProps {
  readonly opened: OpenHistory;
  readonly titleId: string;
}

const NO_LINKS: readonly ShownLink[] = [];
const NO_RANGES: readonly TextRange[] = [];

/** The text with the spans as they were; the one that the chosen edit put in is outlined and brought into sight. */
export function HistoryText({ opened, titleId }: HistoryTextProps) {
  const { article, paragraphs, shown, entries, at } = opened;
  const labelSet = useSession((state) => state.project.labelSet);
  const tell = useTellEdges(useReading((state) => state.look.tellsSpans));
  const [selection, setSelection] = useState<ShownSelection>();
  const view = useRef<ArticleTextHandle>(null);
  const touched = useMemo(() => {
    const entry = entries.find(({ number }) => number === at);
    return entry && spansOfEdit(entry.edit);
  }, [entries, at]);
  const selected = findSpan(shown.spans, touched?.added[0]?.id);
  const before = useRef(at);
  useEffect(() => {
    // Nothing is chosen at first: the text is read from its beginning.
    if (before.current === at) return;
    before.current = at;
    const place = (touched?.added[0] ?? touched?.removed[0])?.ranges[0]?.from;
    if (place !== undefined) view.current?.bringIntoSight(place);
  }, [at, touched]);
  return (
    <ArticleText
      ref={view}
      text={article.text}
      language={article.language}
      paragraphs={paragraphs}
      spans={shown.spans}
      labelSet={labelSet}
      tell={tell}
      selection={selection}
      selected={selected}
      links={NO_LINKS}
      besides={NO_RANGES}
      editable={false}
      reveal={0}
      titleId={titleId}
      bar={undefined}
      onSelect={setSelection}
      onClickAt={(offset) => {
        setSelection({ anchor: offset, head: offset });
      }}
      onAddFragment={() => undefined}
      onMoveBoundary={() => undefined}
    />
  );
}
