/** How people are told apart in a review: by a letter and a shape, never by a colour, which tells labels. */
export interface PersonLook {
  readonly letter: string;
  readonly shape: PersonShape | undefined;
}

export const PERSON_SHAPES = ['circle', 'diamond', 'triangle', 'square', 'star', 'hexagon', 'cross', 'drop'] as const;
export type PersonShape = (typeof PERSON_SHAPES)[number];

/** The look of the person with this letter, who comes at this place; beyond eight, letters alone have to do. */
export function lookOf(letter: string, place: number): PersonLook {
  return { letter, shape: PERSON_SHAPES[place] };
}
