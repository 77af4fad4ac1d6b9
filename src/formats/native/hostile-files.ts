import { hostileMeaning } from './hostile-meaning.ts';
import { type HostileFile, type Loose, broken, inserted } from './loose-bundle.ts';

/**
 * Files that an attacker, another tool or an accident could give us, made from a valid bundle by breaking one thing each. The
 * valid bundle must have an annotator with a layer on the first article whose first span has a range. For tests only.
 */
export function hostileFiles(valid: string): readonly HostileFile[] {
  return [
    ...brokenSyntax(valid),
    ...otherFiles(),
    ...brokenFormat(valid),
    ...brokenNames(valid),
    ...hostileMeaning(valid),
  ];
}

function brokenSyntax(valid: string): readonly HostileFile[] {
  return [
    {
      name: 'broken syntax',
      json: valid.replace('"version": 4,', '"version": 4'),
      expect: /line 4, column 3.*not valid JSON/,
    },
    { name: 'trailing comma', json: valid.replace(/\}\s*$/, ',}'), expect: /not valid JSON: a name in double quotes/ },
    { name: 'truncated', json: valid.slice(0, Math.floor(valid.length / 2)), expect: /ends in the middle/ },
    { name: 'last brace missing', json: valid.replace(/\}\s*$/, ''), expect: /ends in the middle/ },
    { name: 'text after the end', json: `${valid}x`, expect: /not valid JSON: nothing after the end/ },
  ];
}

function otherFiles(): readonly HostileFile[] {
  const line = '{"id": 1, "text": "EU rejects", "label": [[0, 2, "ORG"]]}';
  return [
    { name: 'empty file', json: '', expect: /empty/ },
    { name: 'only a byte order mark', json: '\uFEFF', expect: /empty/ },
    { name: 'null', json: 'null', expect: /not a Spanmark bundle.*null/ },
    { name: 'a number', json: '42', expect: /not a Spanmark bundle.*number/ },
    { name: 'an array', json: '[]', expect: /not a Spanmark bundle.*empty list/ },
    { name: 'another tool’s line', json: line, expect: /not a Spanmark bundle.*doccano/ },
    { name: 'another tool’s lines', json: `${line}\n${line}\n`, expect: /line 2, column 1.*JSON Lines/ },
    { name: 'a web page', json: '<!doctype html><p>Hi', expect: /line 1, column 1.*not valid JSON/ },
    { name: 'only nesting, without end', json: '['.repeat(200_000), expect: /ends in the middle/ },
    {
      name: 'only nesting',
      json: '['.repeat(200_000) + ']'.repeat(200_000),
      expect: /not a Spanmark bundle|too deeply/,
    },
  ];
}

function brokenFormat(valid: string): readonly HostileFile[] {
  const withVersion = (version: unknown) => broken(valid, (bundle) => (bundle.version = version));
  const nested = '['.repeat(200_000) + ']'.repeat(200_000);
  return [
    {
      name: 'wrong format',
      json: broken(valid, (bundle) => (bundle.format = 'x-bundle')),
      expect: /not a Spanmark bundle.*x-bundle/,
    },
    { name: 'format missing', json: broken(valid, (bundle) => delete bundle.format), expect: /not a Spanmark bundle/ },
    { name: 'newer version', json: withVersion(5), expect: /made by a newer Spanmark \(version 5\).*reload/ },
    { name: 'version zero', json: withVersion(0), expect: /no version 0/ },
    { name: 'version as string', json: withVersion('1'), expect: /version must be a whole number/ },
    {
      name: 'version nested deeply',
      json: valid.replace('"version": 4', () => `"version": ${nested}`),
      expect: /version must be a whole number, not a list/,
    },
    {
      name: 'version missing',
      json: broken(valid, (bundle) => delete bundle.version),
      expect: /does not say its version/,
    },
    { name: 'deep nesting', json: inserted(valid, `"deep": ${nested}`), expect: /nested (?:more than|too deeply)/ },
    { name: 'unknown extra key', json: broken(valid, (bundle) => (bundle.extra = 1)), expect: /^extra: unknown/ },
    {
      name: 'unknown key in a span',
      json: broken(valid, (bundle) => (bundle.layers[0].spans[0].confidence = 1)),
      expect: /^layers\[0\]\.spans\[0\]\.confidence: unknown/,
    },
    {
      name: 'layers missing',
      json: broken(valid, (bundle) => delete (bundle as Partial<Loose>).layers),
      expect: /layers: missing/,
    },
    {
      name: 'layers an object',
      json: broken(valid, (bundle) => Object.assign(bundle, { layers: {} })),
      expect: /layers: .*a list/,
    },
    {
      name: 'unknown tone',
      json: broken(valid, (bundle) => (bundle.project.labelSet.labels[0]!.tone = 'url(x)')),
      expect: /tone: must be one of .*blue/,
    },
  ];
}

function brokenNames(valid: string): readonly HostileFile[] {
  const inSpan = (field: string) => valid.replace(/"ranges":/, `${field}, "ranges":`);
  return [
    {
      name: '__proto__ key',
      json: inserted(valid, '"__proto__": {"polluted": true}'),
      expect: /^__proto__: .*not allowed/,
    },
    {
      name: '__proto__ in a span',
      json: inSpan('"__proto__": {"polluted": 1}'),
      expect: /spans\[0\]\.__proto__: .*not allowed/,
    },
    {
      name: 'constructor key',
      json: inserted(valid, '"constructor": {"prototype": {"polluted": true}}'),
      expect: /^constructor: .*not allowed/,
    },
    { name: 'prototype key', json: inSpan('"prototype": {}'), expect: /spans\[0\]\.prototype: .*not allowed/ },
    {
      name: 'lone surrogate',
      json: broken(valid, (bundle) => (bundle.articles[0].title = 'half \ud83d')),
      expect: /^articles\[0\]\.title: .*lone surrogate.* at offset 5/,
    },
    { name: 'lone surrogate in a key', json: inserted(valid, '"\\udc00": 1'), expect: /lone surrogate/ },
  ];
}
