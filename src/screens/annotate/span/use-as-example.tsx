import { t } from '#language/t.ts';
import { type Label } from '#core/labels/label-set.ts';
import { type Span } from '#core/spans/span.ts';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { BookPlus } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';

const ExampleForm = lazy(async () => ({ default: (await import('./example-form.tsx')).ExampleForm }));

interface UseAsExampleProps {
  readonly span: Span;
  readonly label: Label;
}

/** Puts the span into the guideline of its label, after asking whether it is a good example and what it shows. */
export function UseAsExample({ span, label }: UseAsExampleProps) {
  const [isOpen, setOpen] = useState(false);
  const close = (): void => {
    setOpen(false);
  };
  return (
    <>
      <Button
        look="quiet"
        onClick={() => {
          setOpen(true);
        }}
      >
        <BookPlus size={16} aria-hidden="true" />
        {t`Use as example`}
      </Button>
      <Dialog title={t`Example for ${label.name}`} isOpen={isOpen} onClose={close}>
        <Suspense>
          <ExampleForm span={span} label={label} onClose={close} />
        </Suspense>
      </Dialog>
    </>
  );
}
