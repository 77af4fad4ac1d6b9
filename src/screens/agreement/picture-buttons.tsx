import { type Picture } from '#core/agreement/pictures.ts';
import { useLaterStores } from '#state/react-later.tsx';
import { Button } from '#ui/button.tsx';

interface PictureButtonsProps {
  /** The name of the file, without its ending. */
  readonly name: string;
  /** What the picture is of, in words. */
  readonly of: string;
  readonly draw: () => Picture;
}

/** Saves what is shown as a picture. */
export function PictureButtons({ name, of, draw }: PictureButtonsProps) {
  const { agreement } = useLaterStores();
  return (
    <>
      {(['svg', 'png'] as const).map((kind) => (
        <Button
          key={kind}
          aria-label={`${kind.toUpperCase()}: save a picture of ${of}`}
          onClick={() => void agreement.getState().savePicture(name, draw(), kind)}
        >
          {kind.toUpperCase()}
        </Button>
      ))}
    </>
  );
}
