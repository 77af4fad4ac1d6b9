import { type AnnotatorId } from '#core/project/project.ts';
import { useSession } from '#state/react.tsx';
import { useReview } from '#state/react-later.tsx';
import { nameOf } from '#state/session-store.ts';
import { lookOf, type PersonLook } from '#views/review/person-look.ts';
import { useMemo } from 'react';

/** Somebody whose layer is compared; the name is empty while names are hidden. */
export interface Person {
  readonly id: AnnotatorId;
  readonly look: PersonLook;
  readonly name: string;
}

/** How people go in the open article: by letters in an order that tells nothing, with names once they are shown. */
export function usePeople() {
  const letters = useReview((state) => state.letters);
  const layers = useReview((state) => state.layers);
  const areNamesShown = useReview((state) => state.areNamesShown);
  const annotators = useSession((state) => state.annotators);
  return useMemo(() => {
    const all = new Map<AnnotatorId, Person>(
      [...letters].map(([id, letter], place) => [
        id,
        { id, look: lookOf(letter, place), name: areNamesShown ? nameOf(annotators, id) : '' },
      ]),
    );
    const compared = [...all.values()].filter(({ id }) => layers.some(({ annotatorId }) => annotatorId === id));
    const find = (id: AnnotatorId): Person => all.get(id) ?? { id, look: lookOf('?', 99), name: '' };
    return {
      /** Those who are compared, in the order of their letters. */
      compared,
      find,
      /** “A”, or “A (Ann)” once names are shown. */
      inWords: (id: AnnotatorId): string => {
        const { look, name } = find(id);
        return name === '' ? look.letter : `${look.letter} (${name})`;
      },
    };
  }, [letters, layers, areNamesShown, annotators]);
}
