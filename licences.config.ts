import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Plugin } from 'vite';

/** Packages with the same licence. */
interface LicenceGroup {
  /** Such as `react 19.3.1`, sorted. */
  readonly packages: readonly string[];
  /** As the packages name it, such as `MIT`. */
  readonly licence: string;
  /** The whole text, below the notices of all these packages. */
  readonly text: string;
}

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
  readonly author?: string | { readonly name: string };
  readonly dependencies?: Readonly<Record<string, string>>;
}

const MODULE = 'virtual:licences';
const RESOLVED = `\0${MODULE}`;

/** Makes the licences of everything that is shipped importable as `virtual:licences`: our own, then by the first package. */
export function licences(): Plugin {
  return {
    name: 'spanmark-licences',
    resolveId: (id) => (id === MODULE ? RESOLVED : undefined),
    load(id) {
      if (id !== RESOLVED) return undefined;
      return `export const licences = ${JSON.stringify(readLicences(import.meta.dirname))};`;
    },
  };
}

/** The licences of the package in this folder and of all that it needs when it runs, packages with one text together. */
function readLicences(root: string): readonly LicenceGroup[] {
  const folders = new Set<string>();
  visit(root, folders);
  const groups = new Map<string, Omit<LicenceGroup, 'text'> & LicenceText>();
  for (const folder of folders) {
    const manifest = manifestIn(folder);
    const { name, version, license = 'unknown' } = manifest;
    const { notices, terms, after } = partsOf(textIn(folder) || standardText(manifest));
    // Ours stands by itself.
    const key = folder === root ? 'own' : asWords(terms);
    const known = groups.get(key);
    const packages = [...(known?.packages ?? []), folder === root ? 'Spanmark' : `${name} ${version}`].sort();
    const group = known ?? { licence: license, notices: [], terms, after: [] };
    groups.set(key, {
      ...group,
      packages,
      notices: [...new Set([...group.notices, ...notices])],
      after: [...new Set([...group.after, ...after])],
    });
    for (const [part, of] of PARTS.get(name) ?? []) {
      const text = textIn(join(folder, part));
      groups.set(asWords(text), {
        ...partsOf(text),
        packages: [`${of}, in ${name} ${version}`],
        licence: 'BSD-3-Clause',
      });
    }
  }
  const [own, ...others] = [...groups.values()].map(({ packages, licence, notices, terms, after }) => ({
    packages,
    licence,
    text: [notices.join('\n'), terms, ...after].filter((part) => part !== '').join('\n\n'),
  }));
  return [own!, ...others.sort((a, b) => (a.packages[0]! < b.packages[0]! ? -1 : 1))];
}

/** A licence's text, taken apart. */
interface LicenceText {
  /** What says whose the work is, as it stands above the terms. */
  readonly notices: readonly string[];
  /** All else, which packages have in common. */
  readonly terms: string;
  readonly after: readonly string[];
}

/** Only what stands above the terms is taken for notices: some licences speak of copyright in their terms. */
function partsOf(text: string): LicenceText {
  const lines = text.split(/\r?\n/);
  const start = lines.findIndex((line) => line.trim() !== '' && !TITLE.test(line) && !NOTICE.test(line));
  const head = lines.slice(0, Math.max(start, 0));
  const [terms, after] = splitBehind(lines.slice(Math.max(start, 0)).join('\n').trim(), END);
  const above = head.filter((line) => NOTICE.test(line)).map((line) => line.trim());
  return { notices: above, terms, after: after === '' ? [] : [after] };
}

function splitBehind(text: string, mark: string): readonly [string, string] {
  const at = text.indexOf(mark);
  return at === -1 ? [text, ''] : [text.slice(0, at + mark.length), text.slice(at + mark.length).trim()];
}

/** What comes behind it in Apache's licence is of the package, or says how to say whose it is. */
const END = 'END OF TERMS AND CONDITIONS';
const TITLE = /^\s*\(?(?:the )?(?:MIT|ISC)(?: licen[cs]e)?\)?(?: \((?:MIT|ISC)\))?\s*$/i;
const NOTICE = /^\s*(?:copyright\b|\(c\)|©)/i;

/** Terms as they are compared: line breaks and quotation marks are set in many ways. */
function asWords(terms: string): string {
  return terms
    .replaceAll(/["“”'’]/g, '')
    .replaceAll(/\s+/g, ' ')
    .toLowerCase();
}

/** Folders of packages that are shipped with them and have a licence of their own, with what they are. */
const PARTS: ReadonlyMap<string, readonly (readonly [string, string])[]> = new Map([
  ['pdfjs-dist', [['cmaps', 'CMap Resources']]],
]);

/** Goes through dependencies as Node finds them. */
function visit(folder: string, seen: Set<string>): void {
  if (seen.has(folder)) return;
  seen.add(folder);
  for (const name of Object.keys(manifestIn(folder).dependencies ?? {})) {
    const found = folderOf(name, folder);
    // Types are not shipped, nor are packages that this system does not need.
    if (found !== undefined && !name.startsWith('@types/')) visit(found, seen);
  }
}

function folderOf(name: string, from: string): string | undefined {
  for (let at = from; ; at = dirname(at)) {
    const folder = join(at, 'node_modules', name);
    if (existsSync(join(folder, 'package.json'))) return folder;
    if (at === dirname(at)) return undefined;
  }
}

function manifestIn(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
}

/** The licence, and the notice that some licences want to go along. */
function textIn(folder: string): string {
  const files = readdirSync(folder)
    .filter((name) => /^(?:licen[cs]e|copying|notice)(?:[.-][\w.-]*)?$/i.test(name))
    .sort();
  return files.map((name) => readFileSync(join(folder, name), 'utf8').trim()).join('\n\n');
}

/** What a package means that names its licence and brings no text of it. Throws for a licence that is not among them. */
function standardText({ name, license = '', author }: Manifest): string {
  const terms = STANDARD.get(license);
  if (terms === undefined)
    throw new Error(`${name} brings no text of its licence, ${license || 'which it does not name'}.`);
  const holder = typeof author === 'string' ? author : author?.name;
  return license === 'Unlicense' ? terms : `Copyright (c) ${holder ?? `the authors of ${name}`}\n\n${terms}`;
}

const MIT = `Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;

const ISC = `Permission to use, copy, modify, and/or distribute this software for any purpose with or without fee is hereby granted, provided that the above copyright notice and this permission notice appear in all copies.

THE SOFTWARE IS PROVIDED "AS IS" AND THE AUTHOR DISCLAIMS ALL WARRANTIES WITH REGARD TO THIS SOFTWARE INCLUDING ALL IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS. IN NO EVENT SHALL THE AUTHOR BE LIABLE FOR ANY SPECIAL, DIRECT, INDIRECT, OR CONSEQUENTIAL DAMAGES OR ANY DAMAGES WHATSOEVER RESULTING FROM LOSS OF USE, DATA OR PROFITS, WHETHER IN AN ACTION OF CONTRACT, NEGLIGENCE OR OTHER TORTIOUS ACTION, ARISING OUT OF OR IN CONNECTION WITH THE USE OR PERFORMANCE OF THIS SOFTWARE.`;

const UNLICENSE = `This is free and unencumbered software released into the public domain.

Anyone is free to copy, modify, publish, use, compile, sell, or distribute this software, either in source code form or as a compiled binary, for any purpose, commercial or non-commercial, and by any means.

In jurisdictions that recognize copyright laws, the author or authors of this software dedicate any and all copyright interest in the software to the public domain. We make this dedication for the benefit of the public at large and to the detriment of our heirs and successors. We intend this dedication to be an overt act of relinquishment in perpetuity of all present and future rights to this software under copyright law.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.

For more information, please refer to <https://unlicense.org>`;

const STANDARD: ReadonlyMap<string, string> = new Map([
  ['MIT', MIT],
  ['ISC', ISC],
  ['Unlicense', UNLICENSE],
]);
