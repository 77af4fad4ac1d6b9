import { type Bundle } from '#core/bundle/bundle.ts';
import { isObject } from '#formats/is-object.ts';
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
 * throws, repairs nothing, and builds each object afresh, so that no name in the file can reach a prototype. `report` hears
 * how far the checks are, each article, layer, decision and thread being checked twice.
 */
export function readBundle(
  json: string,
  report: (done: number, total: number) => void = () => undefined,
): ReadResult<Bundle> {
  const parsed = parseJson(json);
  if (!parsed.ok) return parsed;
  const total = 2 * countMembers(parsed.value);
  let done = 0;
  const onMember = (): void => report((done += 1), total);
  const problems = new ProblemList(MAX_PROBLEMS);
  checkFormat(parsed.value, problems);
  checkTree(parsed.value, problems);
  const shape = problems.isEmpty ? checkShape(upgradeBundle(parsed.value), problems, onMember) : undefined;
  if (!shape) return { ok: false, problems: problems.all };
  checkMeaning(shape, problems, onMember);
  return problems.isEmpty ? { ok: true, value: canonicalBundle(shape) } : { ok: false, problems: problems.all };
}

function countMembers(value: unknown): number {
  if (!isObject(value)) return 0;
  return [value['articles'], value['layers'], value['decisions'], value['threads']].reduce<number>((sum, list) => {
    return sum + (Array.isArray(list) ? list.length : 0);
  }, 0);
}
