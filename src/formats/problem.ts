/** Something wrong with a file. `place` is a path such as `articles[3].text`, `line 12, column 8`, or `file`. */
export interface Problem {
  readonly place: string;
  readonly message: string;
}

/** What reading a file gives: its content, or at least one problem and nothing of the content. */
export type ReadResult<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** A failed result with one problem. */
export function refused(place: string, message: string): ReadResult<never> {
  return { ok: false, problems: [{ place, message }] };
}

/** Gathers problems up to a limit, so that a file that is wrong throughout costs no more than its first faults. */
export class ProblemList {
  readonly #problems: Problem[] = [];
  readonly #limit: number;
  #count = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** True once the limit is reached: the reader may stop looking. */
  get isFull(): boolean {
    return this.#problems.length >= this.#limit;
  }

  get isEmpty(): boolean {
    return this.#problems.length === 0;
  }

  get all(): readonly Problem[] {
    return this.#problems;
  }

  /** How many were added, those that were not kept among them. */
  get count(): number {
    return this.#count;
  }

  /** Keeps the problem, or no more than counts it where the list is full. */
  add(place: string, message: string): void {
    this.#count += 1;
    if (!this.isFull) this.#problems.push({ place, message });
  }
}
