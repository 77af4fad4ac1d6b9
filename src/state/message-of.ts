/** What went wrong, in the words that are shown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
