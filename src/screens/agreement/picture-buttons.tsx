import { t } from '#language/t.ts';
import { type Picture } from '#core/agreement/pictures.ts';
import { useLaterStores } from '#state/react-later.tsx';
import { Button } from '#ui/button.tsx';

interface PictureButtonsProps {
  /** The name of the file, without its ending. */
  readonly name: string;
  /** That a picture is saved, and of what. */
  readonly words: string;
  readonly draw: () => Picture;
}

/** Saves what is shown as a picture. */
export function PictureButtons({ name, words, draw }: PictureButtonsProps) {
  const { agreement } = useLaterStores();
  return (
    <>
      {(['svg', 'png'] as const).map((kind) => (
        <Button
          key={kind}
          aria-label={t`${kind.toUpperCase()}: ${words}`}
          onClick={() => void agreement.getState().savePicture(name, draw(), kind)}
        >
          {kind.toUpperCase()}
        </Button>
      ))}
    </>
  );
}
