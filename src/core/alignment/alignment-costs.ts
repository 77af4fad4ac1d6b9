/** How dear it is to say that units are about the same thing, and that an annotator has nothing to say about it. */
export interface AlignmentCosts<Unit> {
  /** How many annotators are compared, those without units included. */
  readonly annotators: number;
  /** What each pair with an annotator who has nothing costs: Δ∅. More than 0. */
  readonly missing: number;
  /** What two units of different annotators cost: not negative, Infinity where they may never be together. Symmetric. */
  readonly costOf: (one: Unit, other: Unit) => number;
}
