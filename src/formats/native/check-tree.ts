import { t } from '#language/t.ts';
import { type ProblemList } from '#formats/problem.ts';
import { type Path, pathText } from './path.ts';

/** Deepest nesting of lists and objects that is looked at. A bundle has seven levels. */
const MAX_DEPTH = 32;

/** Names that reach an object's prototype in careless code; no bundle has them. */
const FORBIDDEN_NAMES: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

const LONE_SURROGATE = /\p{Surrogate}/u;

/** A list or object that is being walked, and how far the walk has come. */
interface Level {
  readonly members: readonly unknown[];
  readonly names: readonly string[] | undefined;
  next: number;
}

/**
 * Looks through any parsed JSON value for what is refused whatever it means: nesting beyond 32 levels, names that touch
 * prototypes, lone surrogates. Walks without recursion, so that depth costs no stack.
 */
export function checkTree(root: unknown, problems: ProblemList): void {
  const levels: Level[] = [];
  /** A bundle has a few names, thousands of times each. */
  const rightNames = new Set<string>();
  enter([root], undefined, levels);
  while (!problems.isFull) {
    const level = levels.at(-1);
    if (!level) return;
    if (level.next === level.members.length) {
      levels.pop();
      continue;
    }
    const member = level.members[level.next];
    const name = level.names?.[level.next];
    level.next += 1;
    if (name !== undefined && !rightNames.has(name) && checkName(name, levels, problems)) rightNames.add(name);
    if (typeof member === 'string') checkText(member, levels, problems);
    if (typeof member !== 'object' || member === null) continue;
    // The outermost level holds the root alone.
    if (levels.length > MAX_DEPTH) {
      problems.add(pathTo(levels), t`lists and objects are nested more than ${MAX_DEPTH} levels deep`);
    } else if (Array.isArray(member)) enter(member, undefined, levels);
    else enter(Object.values(member), Object.keys(member), levels);
  }
}

function enter(members: readonly unknown[], names: readonly string[] | undefined, levels: Level[]): void {
  levels.push({ members, names, next: 0 });
}

function checkName(name: string, levels: readonly Level[], problems: ProblemList): boolean {
  if (FORBIDDEN_NAMES.has(name)) problems.add(pathTo(levels), t`the name ${name} is not allowed in a file`);
  checkText(name, levels, problems);
  return !FORBIDDEN_NAMES.has(name) && name.isWellFormed();
}

function checkText(text: string, levels: readonly Level[], problems: ProblemList): void {
  if (text.isWellFormed()) return;
  const offset = text.search(LONE_SURROGATE);
  problems.add(pathTo(levels), t`half a character (a lone surrogate) at offset ${offset}: the text was cut inside one`);
}

/** Each level has already moved past the member that is being looked at. */
function pathTo(levels: readonly Level[]): string {
  const path: Path = levels.slice(1).map(({ names, next }) => names?.[next - 1] ?? next - 1);
  return pathText(path);
}
