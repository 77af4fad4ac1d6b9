import { t } from '#language/t.ts';
import { type Article } from '#core/project/project.ts';
import { type Span } from '#core/spans/span.ts';
import { directionOf } from '#core/text/direction.ts';
import { boundaryPieces, type BoundaryPiece } from './boundary-pieces.ts';
import styles from './entry-card.module.css';

interface BoundaryChangeProps {
  readonly mine: Span;
  readonly gold: Span;
  readonly article: Article;
}

/** The words of both spans in one line: struck out what only the annotator has, underlined what only gold has. */
export function BoundaryChange({ mine, gold, article: { text, language } }: BoundaryChangeProps) {
  return (
    <div>
      <p className={styles.words} lang={language === 'und' ? undefined : language} dir={directionOf(language)}>
        {boundaryPieces(mine.ranges, gold.ranges).map((piece) => (
          <Piece key={piece.from} piece={piece} words={text.slice(piece.from, piece.to)} />
        ))}
      </p>
      <p className={styles.legend}>{t`Struck out: only yours. Underlined: only gold.`}</p>
    </div>
  );
}

/** Longer gaps are only hinted at. */
const LONGEST_GAP = 60;

function Piece({ piece: { side }, words }: { readonly piece: BoundaryPiece; readonly words: string }) {
  switch (side) {
    case 'mine':
      return <del>{words}</del>;
    case 'gold':
      return <ins>{words}</ins>;
    case 'neither':
      return <span className={styles.between}>{words.length > LONGEST_GAP ? ' … ' : words}</span>;
    case 'both':
      return words;
  }
}
