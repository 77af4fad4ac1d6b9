import { t } from '#language/t.ts';
import { type LabelSet } from '#core/labels/label-set.ts';
import { type ReadResult } from '#formats/problem.ts';

/** Why no file could hold the label set, as a sentence; undefined where one could. The checks are loaded when first needed. */
export async function problemWithLabelSet(labelSet: LabelSet): Promise<string | undefined> {
  const { problemsWithLabelSet } = await import('#formats/label-set/read.ts');
  const [first] = problemsWithLabelSet(labelSet);
  return first && t`The label set cannot be like that: ${first.place}: ${first.message}.`;
}

/** The label set in a file, or why there is none. The checks are loaded when first needed. */
export async function readLabelSetFile(file: File): Promise<ReadResult<LabelSet>> {
  const { problemWithLabelSetSize, readLabelSetBytes } = await import('#formats/label-set/read.ts');
  const tooLarge = problemWithLabelSetSize(file.size);
  if (tooLarge) return { ok: false, problems: [tooLarge] };
  try {
    return readLabelSetBytes(new Uint8Array(await file.arrayBuffer()));
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    const message = t`the browser could not read the file (${error.name}): it was moved, changed or locked since it was chosen`;
    return { ok: false, problems: [{ place: 'file', message }] };
  }
}
