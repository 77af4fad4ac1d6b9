import { t } from '#language/t.ts';

/** Where JSON text stops being JSON, as a UTF-16 offset, and why; `ended` where the text stops before its value does. */
export interface SyntaxFault {
  readonly offset: number;
  readonly message: string;
  readonly ended: boolean;
}

type Expected = 'value' | 'value or ]' | 'name' | 'name or }' | ':' | ', or ]' | ', or }' | 'the end';
type Step = { readonly at: number; readonly expected: Expected } | SyntaxFault;

const SPACE = /[ \t\n\r]*/y;
const SCALAR = /(?:-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?|true|false|null)(?![\w.+-])/y;
const START_OF_SCALAR = /^(?:-|-?[0-9]+(?:\.|[0-9.]+[eE][+-]?|[eE][+-]?)?|t|tr|tru|f|fa|fal|fals|n|nu|nul)$/;
const UNEXPECTED: Record<Expected, (found: string) => string> = {
  value: (found) => t`a value was expected here, not “${found}”`,
  'value or ]': (found) => t`a value or “]” was expected here, not “${found}”`,
  name: (found) => t`a name in double quotes was expected here, not “${found}”`,
  'name or }': (found) => t`a name in double quotes or “}” was expected here, not “${found}”`,
  ':': (found) => t`“:” after the name was expected here, not “${found}”`,
  ', or ]': (found) => t`“,” or “]” was expected here, not “${found}”`,
  ', or }': (found) => t`“,” or “}” was expected here, not “${found}”`,
  'the end': (found) => t`nothing after the end of the value was expected here, not “${found}”`,
};

const SEPARATORS = {
  ':': { separator: ':', next: 'value', closing: undefined },
  ', or ]': { separator: ',', next: 'value', closing: ']' },
  ', or }': { separator: ',', next: 'name', closing: '}' },
} as const;

/**
 * The first place where the text breaks JSON's grammar, or undefined where it does not. Browsers word these errors in their
 * own ways and several leave out the place, so this looks itself; nesting costs no stack.
 */
export function findSyntaxFault(json: string): SyntaxFault | undefined {
  const open: string[] = [];
  let expected: Expected = 'value';
  let at = skip(SPACE, json, 0);
  while (at < json.length) {
    const step = readToken(json, at, expected, open);
    if ('message' in step) return step;
    at = skip(SPACE, json, step.at);
    expected = step.expected;
  }
  return expected === 'the end' ? undefined : cutOff(json);
}

function readToken(json: string, at: number, expected: Expected, open: string[]): Step {
  switch (expected) {
    case 'the end':
      return unexpected(json, at, expected);
    case ':':
    case ', or ]':
    case ', or }':
      return readSeparator(json, at, expected, open);
    case 'name':
    case 'name or }':
      return readName(json, at, expected, open);
    default:
      return readValue(json, at, expected, open);
  }
}

function readSeparator(json: string, at: number, expected: keyof typeof SEPARATORS, open: string[]): Step {
  const { separator, next, closing } = SEPARATORS[expected];
  const character = json.charAt(at);
  if (character === separator) return { at: at + 1, expected: next };
  return character === closing ? close(at, open) : unexpected(json, at, expected);
}

function readName(json: string, at: number, expected: Expected, open: string[]): Step {
  if (json.charAt(at) === '"') return readString(json, at, ':');
  return expected === 'name or }' && json.charAt(at) === '}' ? close(at, open) : unexpected(json, at, expected);
}

function readValue(json: string, at: number, expected: Expected, open: string[]): Step {
  switch (json.charAt(at)) {
    case '{':
      open.push('}');
      return { at: at + 1, expected: 'name or }' };
    case '[':
      open.push(']');
      return { at: at + 1, expected: 'value or ]' };
    case '"':
      return readString(json, at, afterValue(open));
    case ']':
      return expected === 'value or ]' ? close(at, open) : unexpected(json, at, expected);
  }
  const end = skip(SCALAR, json, at);
  if (end > at) return { at: end, expected: afterValue(open) };
  const cut = json.length - at < 40 && START_OF_SCALAR.test(json.slice(at));
  return cut ? cutOff(json) : unexpected(json, at, expected);
}

/** By hand, since a regular expression for strings runs out of stack on long ones. */
function readString(json: string, start: number, next: Expected): Step {
  for (let at = start + 1; at < json.length; at += 1) {
    const unit = json.charCodeAt(at);
    if (unit === 0x22) return { at: at + 1, expected: next };
    if (unit < 0x20)
      return fault(at, t`a line end or control character inside a string must be written as ${'\\n'} or ${'\\u0000'}`);
    if (unit !== 0x5c) continue;
    at += 1;
    if (at >= json.length) break;
    const escape = json.slice(at, at + 5);
    if (/^(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/.test(escape)) continue;
    if (/^u[0-9a-fA-F]{0,3}$/.test(escape)) return cutOff(json);
    return fault(at - 1, t`a backslash is followed by something that it cannot escape`);
  }
  return cutOff(json);
}

function close(at: number, open: string[]): Step {
  open.pop();
  return { at: at + 1, expected: afterValue(open) };
}

function afterValue(open: readonly string[]): Expected {
  const closing = open.at(-1);
  if (closing === undefined) return 'the end';
  return closing === '}' ? ', or }' : ', or ]';
}

/** Where the sticky pattern's match at `at` ends; `at` itself where there is none. */
function skip(pattern: RegExp, json: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(json) ? pattern.lastIndex : at;
}

function unexpected(json: string, at: number, expected: Expected): SyntaxFault {
  const found = String.fromCodePoint(json.codePointAt(at)!);
  return fault(at, UNEXPECTED[expected](found));
}

function cutOff(json: string): SyntaxFault {
  return { offset: json.length, message: t`the file ends in the middle: it was cut off`, ended: true };
}

function fault(offset: number, message: string): SyntaxFault {
  return { offset, message, ended: false };
}
