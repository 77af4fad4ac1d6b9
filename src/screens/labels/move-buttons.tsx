import { t } from '#language/t.ts';
import { Button } from '#ui/button.tsx';
import { ArrowDown, ArrowUp } from 'lucide-react';

interface MoveButtonsProps {
  readonly name: string;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly onMove: (step: 1 | -1) => void;
}

/** Moves something one place up or down in its list; the buttons keep the focus while it moves. */
export function MoveButtons({ name, isFirst, isLast, onMove }: MoveButtonsProps) {
  return (
    <>
      <Button
        look="icon"
        aria-label={t`Move up: ${name}`}
        title={t`Move up`}
        aria-disabled={isFirst}
        onClick={() => {
          if (!isFirst) onMove(-1);
        }}
      >
        <ArrowUp size={16} aria-hidden="true" />
      </Button>
      <Button
        look="icon"
        aria-label={t`Move down: ${name}`}
        title={t`Move down`}
        aria-disabled={isLast}
        onClick={() => {
          if (!isLast) onMove(1);
        }}
      >
        <ArrowDown size={16} aria-hidden="true" />
      </Button>
    </>
  );
}
