import { MAX_FILE_BYTES } from './limits.ts';

/**
 * Makes files that can be read again: one, or where that would be too large one of each half of the articles, and so on. A
 * single article whose file is too large comes without the edits of its layers.
 */
export async function filesThatFit<Id, Made extends { readonly blob: Blob }>(
  articleIds: readonly Id[],
  make: (articleIds: ReadonlySet<Id>, withLogs: boolean) => Promise<Made>,
  most = MAX_FILE_BYTES,
): Promise<readonly Made[]> {
  const whole = await make(new Set(articleIds), true);
  if (whole.blob.size <= most) return [whole];
  if (articleIds.length < 2) return [await make(new Set(articleIds), false)];
  const half = Math.ceil(articleIds.length / 2);
  return [
    ...(await filesThatFit(articleIds.slice(0, half), make, most)),
    ...(await filesThatFit(articleIds.slice(half), make, most)),
  ];
}
