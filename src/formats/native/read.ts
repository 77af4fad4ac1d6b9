import { type Bundle } from '#core/project/project.ts';
import { ProblemList, type ReadResult } from '#formats/problem.ts';
import { canonicalBundle } from './canonical.ts';
import { checkFormat } from './check-format.ts';
import { checkMeaning } from './check-meaning.ts';
import { checkShape } from './check-shape.ts';
import { checkTree } from './check-tree.ts';
import { parseJson } from './parse-json.ts';
import { upgradeBundle } from './upgrade.ts';

/** As many problems as a person will look at before mending the file. */
const MAX_PROBLEMS = 20;

/**
 * The bundle in a native JSON text, in canonical order, or up to 20 problems: all of a file or nothing. Checks size, syntax,
 * nesting, format and version, shape, and then what it says: ids, references, and every offset against text and quote. Never
 * throws, repairs nothing, and builds each object afresh, so that no name in the file can reach a prototype.
 */
export function readBundle(json: string): ReadResult<Bundle> {
  const parsed = parseJson(json);
  if (!parsed.ok) return parsed;
  const problems = new ProblemList(MAX_PROBLEMS);
  checkFormat(parsed.value, problems);
  checkTree(parsed.value, problems);
  const shape = problems.isEmpty ? checkShape(upgradeBundle(parsed.value), problems) : undefined;
  if (!shape) return { ok: false, problems: problems.all };
  checkMeaning(shape, problems);
  return problems.isEmpty ? { ok: true, value: canonicalBundle(shape) } : { ok: false, problems: problems.all };
}
