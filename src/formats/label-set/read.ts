import { t } from '#language/t.ts';
import { isObject } from '#formats/is-object.ts';
import * as v from 'valibot';
import { type LabelSet } from '#core/labels/label-set.ts';
import { canonicalLabelSet } from '#formats/native/canonical-label-set.ts';
import { checkLabelSet } from '#formats/native/check-label-set.ts';
import { matchShape } from '#formats/native/check-shape.ts';
import { checkTree } from '#formats/native/check-tree.ts';
import { labelSetShape } from '#formats/native/label-set-shape.ts';
import { parseJson } from '#formats/native/parse-json.ts';
import { BUNDLE_FORMAT } from '#formats/native/version.ts';
import { decodeText } from '#formats/plain-text/decode.ts';
import { type Problem, ProblemList, type ReadResult, refused } from '#formats/problem.ts';
import { inMebi, quoted, valueInWords } from '#formats/wording.ts';
import { LABEL_SET_FORMAT, LABEL_SET_VERSION } from './version.ts';

/** As many problems as a person will look at before mending the file. */
const MAX_PROBLEMS = 20;

/** The largest label set file that is read, in bytes; the largest label set that people make by hand is far smaller. */
const MAX_LABEL_SET_BYTES = 8 * 1024 * 1024;

/** The file's outer shape: a label set with its format and version. */
export const labelSetFileShape = v.strictObject({
  format: v.literal(LABEL_SET_FORMAT),
  version: v.literal(LABEL_SET_VERSION),
  ...labelSetShape.entries,
});

/** What is wrong with a file of this many bytes, before it is read; undefined where its size is fine. */
export function problemWithLabelSetSize(bytes: number): Problem | undefined {
  if (bytes === 0) return { place: 'file', message: t`the file is empty` };
  if (bytes <= MAX_LABEL_SET_BYTES) return undefined;
  const limit = inMebi(MAX_LABEL_SET_BYTES);
  const message = t`the file has ${inMebi(bytes)} MiB and a label set has at most ${limit} MiB: it must be something else`;
  return { place: 'file', message };
}

/** The label set in the bytes of a file, as readLabelSet gives it. */
export function readLabelSetBytes(bytes: Uint8Array): ReadResult<LabelSet> {
  const sizeProblem = problemWithLabelSetSize(bytes.length);
  if (sizeProblem) return { ok: false, problems: [sizeProblem] };
  const decoded = decodeText(bytes);
  return decoded.ok ? readLabelSet(decoded.value) : decoded;
}

/**
 * The label set in a JSON text, or up to 20 problems: all of a file or nothing. Checks syntax, nesting, format and version,
 * shape, and then what it says: ids, keys, references. Never throws and repairs nothing.
 */
export function readLabelSet(json: string): ReadResult<LabelSet> {
  const parsed = parseJson(json);
  if (!parsed.ok) return parsed;
  const wrong = problemWithFormat(parsed.value);
  if (wrong) return wrong;
  const problems = new ProblemList(MAX_PROBLEMS);
  checkTree(parsed.value, problems);
  const shape = problems.isEmpty ? matchShape(labelSetFileShape, parsed.value, [], problems) : undefined;
  if (!shape) return { ok: false, problems: problems.all };
  checkLabelSet(shape, '', problems);
  return problems.isEmpty ? { ok: true, value: canonicalLabelSet(shape) } : { ok: false, problems: problems.all };
}

/** What is wrong with a label set that was put together here, as sentences without a full stop; none where it can be kept. */
export function problemsWithLabelSet(labelSet: LabelSet): readonly Problem[] {
  const result = readLabelSet(
    JSON.stringify({ format: LABEL_SET_FORMAT, version: LABEL_SET_VERSION, ...canonicalLabelSet(labelSet) }),
  );
  return result.ok ? [] : result.problems;
}

function problemWithFormat(value: unknown): ReadResult<never> | undefined {
  if (!isObject(value)) {
    return refused(
      'file',
      t`not a Spanmark label set: it seems to be ${Array.isArray(value) ? t`a list` : valueInWords(value)}`,
    );
  }
  const format = Object.hasOwn(value, 'format') ? value['format'] : undefined;
  if (format === BUNDLE_FORMAT) {
    return refused('file', t`this is a whole Spanmark project, not a label set: open it on the Import screen`);
  }
  if (format !== LABEL_SET_FORMAT) {
    const what = typeof format === 'string' ? t`${quoted(format)} data` : t`another tool’s file`;
    return refused('file', t`not a Spanmark label set: it seems to be ${what}`);
  }
  const version = Object.hasOwn(value, 'version') ? value['version'] : undefined;
  if (version === LABEL_SET_VERSION) return undefined;
  if (version === undefined) return refused('version', t`the label set does not say its version`);
  if (typeof version === 'number' && version > LABEL_SET_VERSION) {
    return refused(
      'version',
      t`made by a newer Spanmark (version ${version}); this one reads version ${LABEL_SET_VERSION}: reload the page to update`,
    );
  }
  return refused('version', t`must be ${LABEL_SET_VERSION}, not ${valueInWords(version)}`);
}
