import { t } from '#language/t.ts';
import { placeOfLine } from '#formats/wording.ts';
import { nameFrom } from '#formats/exchange/safe-name.ts';
import { type Problem } from '#formats/problem.ts';

/** A span: `T1 label 0 6;8 9 words`. */
export interface TextBound {
  readonly id: string;
  readonly label: string;
  readonly ranges: readonly { readonly from: number; readonly to: number }[];
  /** Empty where the line tells none. */
  readonly words: string;
}

/** An event: what triggers it, and its arguments. */
export interface BratEvent {
  readonly id: string;
  readonly trigger: string;
  readonly roles: readonly { readonly role: string; readonly target: string }[];
}

/** A relation between two, or an equivalence of several. */
export interface Relation {
  /** Empty for an equivalence, which has none. */
  readonly id: string;
  readonly type: string;
  readonly targets: readonly string[];
}

/** Something said about a span, an event or a relation. */
export interface Remark {
  readonly place: string;
  readonly target: string;
  readonly type: string;
  readonly value: string;
}

/** The lines of an annotation file by what they are. */
export interface Annotations {
  readonly spans: ReadonlyMap<string, TextBound>;
  readonly events: ReadonlyMap<string, BratEvent>;
  readonly relations: readonly Relation[];
  /** Attributes, and normalisations as `database:id`. */
  readonly attributes: readonly Remark[];
  readonly notes: readonly Remark[];
}

/** A file of one article's annotations; brat allows several: .ann, or .a1 and .a2. */
export interface AnnotationFile {
  readonly path: string;
  readonly content: string;
}

/** Reads the lines of the files together. A line that is none of brat's becomes a problem with its number. */
export function parseAnnotations(files: readonly AnnotationFile[], problems: Problem[]): Annotations {
  const spans = new Map<string, TextBound>();
  const events = new Map<string, BratEvent>();
  const relations: Relation[] = [];
  const attributes: Remark[] = [];
  const notes: Remark[] = [];
  const read = (place: string, line: string): boolean => {
    switch (line[0]) {
      case 'T':
        return keep(spans, textBound(line));
      case 'E':
        return keep(events, event(line));
      case 'R':
      case '*':
        return push(relations, relation(line));
      case 'A':
      case 'M':
      case 'N':
        return push(attributes, remark(place, line));
      case '#':
        return push(notes, remark(place, line));
      default:
        return false;
    }
  };
  for (const { path, content } of files) {
    for (const [index, ended] of content.split('\n').entries()) {
      const line = ended.endsWith('\r') ? ended.slice(0, -1) : ended;
      if (line.trim() === '') continue;
      const place = placeOfLine(path, index + 1);
      if (!read(place, line))
        problems.push({ place, message: t`this line is none of brat’s, or its id is there twice` });
    }
  }
  return { spans, events, relations, attributes, notes };
}

/** Keeps the item, unless there is none or its id is there already. */
function keep<Item extends { readonly id: string }>(known: Map<string, Item>, item: Item | undefined): boolean {
  if (!item || known.has(item.id)) return false;
  known.set(item.id, item);
  return true;
}

function push<Item>(list: Item[], item: Item | undefined): boolean {
  return item !== undefined && list.push(item) > 0;
}

/** The id, the second column and the rest, which may have tabs. */
function columnsOf(line: string): readonly [string, string, string] {
  const first = line.indexOf('\t');
  if (first < 0) return [line, '', ''];
  const second = line.indexOf('\t', first + 1);
  if (second < 0) return [line.slice(0, first), line.slice(first + 1), ''];
  return [line.slice(0, first), line.slice(first + 1, second), line.slice(second + 1)];
}

function textBound(line: string): TextBound | undefined {
  const [id, column, words] = columnsOf(line);
  const space = column.indexOf(' ');
  if (space <= 0) return undefined;
  // Some files have a space after the semicolon, which brat itself refuses.
  const ranges = column
    .slice(space)
    .split(';')
    .map((piece) => piece.trim().split(/\s+/))
    .map(([from, to, ...more]) => ({ from: offset(from), to: more.length === 0 ? offset(to) : Number.NaN }));
  if (ranges.some(({ from, to }) => Number.isNaN(from) || Number.isNaN(to))) return undefined;
  return { id, label: nameFrom(column.slice(0, space)), ranges, words };
}

function offset(written: string | undefined): number {
  return written !== undefined && /^\d{1,15}$/.test(written) ? Number(written) : Number.NaN;
}

function event(line: string): BratEvent | undefined {
  const [id, column] = columnsOf(line);
  const [head = '', ...others] = column.trim().split(/\s+/);
  const trigger = afterColon(head);
  if (trigger === undefined) return undefined;
  const roles = others.map((each) => ({ role: beforeColon(each), target: afterColon(each) ?? '' }));
  const names = new Set(roles.map(({ role }) => role));
  // brat numbers the second and later arguments of one role: Theme, Theme2.
  const plain = (role: string): string => {
    const base = role.replace(/\d{1,3}$/, '');
    return names.has(base) ? base : role;
  };
  return { id, trigger, roles: roles.map(({ role, target }) => ({ role: nameFrom(plain(role)), target })) };
}

function relation(line: string): Relation | undefined {
  const [id, column] = columnsOf(line);
  const [type = '', ...others] = column.trim().split(/\s+/);
  const targets = others.map((each) => afterColon(each) ?? each);
  if (type === '' || targets.length < 2) return undefined;
  return { id: id.startsWith('*') ? '' : id, type: nameFrom(type), targets };
}

/** Attributes have their value after the target, notes in the third column, normalisations in both. */
function remark(place: string, line: string): Remark | undefined {
  const [id, column, rest] = columnsOf(line);
  const space = column.indexOf(' ');
  if (space <= 0) return undefined;
  const after = column.indexOf(' ', space + 1);
  const target = column.slice(space + 1, after < 0 ? undefined : after).trim();
  if (target === '') return undefined;
  const value = id.startsWith('#') ? rest : after < 0 ? '' : column.slice(after + 1);
  return { place, target, type: column.slice(0, space), value };
}

function afterColon(argument: string): string | undefined {
  const colon = argument.lastIndexOf(':');
  return colon < 0 || colon === argument.length - 1 ? undefined : argument.slice(colon + 1);
}

function beforeColon(argument: string): string {
  return argument.slice(0, Math.max(0, argument.lastIndexOf(':')));
}
