import { readFileSync } from 'node:fs';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { type DraftsRead } from '#importers/importer.ts';
import { readDocx } from './read.ts';

const MADE = new URL('../../../e2e/files/lighthouse.docx', import.meta.url);

describe('a document of a word processor', () => {
  test('becomes an article with its tracked changes accepted, its lists, its table and its notes', async () => {
    expect(await readDocx(new Uint8Array(readFileSync(MADE)), 'lighthouse.docx')).toEqual({
      problems: [],
      drafts: [
        {
          title: 'The lighthouse goes electric',
          author: 'Ida Brandt',
          source: '',
          date: '',
          language: 'en-GB',
          pages: [],
          text: `The lighthouse goes electric

The keepers of Skerry Point switched off the last oil lamp on Monday. “We will miss the smell,” said Ida Brandt, who has kept the light for thirty years.[1]

The new lamp needs 40 watts, a hundredth of what the old one burned.

What changes

• The light turns every twelve seconds.
• The horn is silent at night.
1. First the glass is cleaned.
2. Then the motor is set.

Year\tShips
1994\t312

Ships’ masters welcomed it. “At last,” one of them wrote, “we can read the chart by it.” 🎉

[1] She began in 1996.
`,
        },
      ],
    });
  });

  test.each([
    ['what was moved away', '<w:moveFrom><w:r><w:t>gone </w:t></w:r></w:moveFrom><w:r><w:t>here</w:t></w:r>', 'here'],
    ['hidden words', '<w:r><w:rPr><w:vanish/></w:rPr><w:t>gone</w:t></w:r><w:r><w:t>here</w:t></w:r>', 'here'],
    ['the code of a field', '<w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>7</w:t></w:r>', '7'],
    [
      'a drawing’s second copy',
      '<mc:Fallback><w:r><w:t>gone</w:t></w:r></mc:Fallback><w:r><w:t>here</w:t></w:r>',
      'here',
    ],
  ])('gives no words for %s', async (_, runs, expected) => {
    expect(textOf(await readDocx(documentOf(`<w:p>${runs}</w:p>`), 'a.docx'))).toBe(`${expected}\n`);
  });

  test('keeps tabs and line breaks, and white space at the edges of runs', async () => {
    const runs =
      '<w:r><w:t xml:space="preserve">One </w:t></w:r><w:r><w:t>two</w:t><w:tab/><w:t>3</w:t><w:br/><w:t>4</w:t></w:r>';
    expect(textOf(await readDocx(documentOf(`<w:p>${runs}</w:p>`), 'a.docx'))).toBe('One two\t3\n4\n');
  });

  test('joins paragraphs whose division was deleted', async () => {
    const deleted = '<w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>';
    const body = `<w:p>${deleted}<w:r><w:t xml:space="preserve">One </w:t></w:r></w:p><w:p><w:r><w:t>two</w:t></w:r></w:p>`;
    expect(textOf(await readDocx(documentOf(body), 'a.docx'))).toBe('One two\n');
  });

  test('puts the words of a text box before the paragraph that it hangs on', async () => {
    const box = '<w:r><w:txbxContent><w:p><w:r><w:t>Box</w:t></w:r></w:p></w:txbxContent></w:r>';
    expect(textOf(await readDocx(documentOf(`<w:p><w:r><w:t>One</w:t></w:r>${box}</w:p>`), 'a.docx'))).toBe(
      'Box\n\nOne\n',
    );
  });

  test('counts the items of a list in a note once, however many notes there are', async () => {
    const bytes = documentOf(
      '<w:p><w:r><w:t>One</w:t><w:footnoteReference w:id="1"/><w:footnoteReference w:id="2"/></w:r></w:p>',
      {
        'word/footnotes.xml': `<w:footnotes xmlns:w="w"><w:footnote w:id="1"><w:p><w:r><w:t>Plain</w:t></w:r></w:p></w:footnote><w:footnote w:id="2">${itemOf('Rain')}${itemOf('Wind')}</w:footnote></w:footnotes>`,
        'word/numbering.xml':
          '<w:numbering xmlns:w="w"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>',
      },
    );
    expect(textOf(await readDocx(bytes, 'a.docx'))).toBe('One[1][2]\n\n[1] Plain\n\n[2] 1. Rain 2. Wind\n');
  });

  test.each([
    ['that is no archive', strToU8('PK\u0003\u0004 and then nothing'), /damaged/],
    ['without a text', zipSync({ 'word/other.xml': strToU8('<x/>') }), /no text in the file/],
    ['that is empty', documentOf('<w:p/>'), /has no text/],
  ])('%s is refused', async (_, bytes, expected) => {
    const { drafts, problems } = await readDocx(bytes, 'a.docx');
    expect(drafts).toEqual([]);
    expect(problems).toMatchObject([{ message: expect.stringMatching(expected) as string }]);
  });
});

function documentOf(body: string, others: Readonly<Record<string, string>> = {}): Uint8Array {
  const names = 'xmlns:w="w" xmlns:mc="mc"';
  const files = { 'word/document.xml': `<w:document ${names}><w:body>${body}</w:body></w:document>`, ...others };
  return zipSync(Object.fromEntries(Object.entries(files).map(([path, xml]) => [path, strToU8(xml)])));
}

/** An item of the first list. */
function itemOf(words: string): string {
  return `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>${words}</w:t></w:r></w:p>`;
}

function textOf({ drafts }: DraftsRead): string {
  return drafts.map(({ text }) => text).join('---');
}
