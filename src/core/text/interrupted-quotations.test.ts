import { describe, expect, test } from 'vitest';
import { bracketed, marked } from '#core/project/marked.arbitrary.ts';
import { interruptedQuotationAt } from './interrupted-quotations.ts';
import { paragraphsOf } from './paragraphs.ts';

/** Brackets mark the parts; the caret is tried at every offset in them. */
function expectParts(written: string): void {
  const { text, ranges } = marked(written);
  const paragraphs = paragraphsOf(text);
  for (const { from, to } of ranges) {
    for (let caret = from; caret < to; caret += 1) {
      expect(bracketed(text, ...interruptedQuotationAt(text, paragraphs, caret))).toBe(written);
    }
  }
}

describe('an interrupted quotation', () => {
  test.each([
    ['with straight marks', 'First. ["We will go,"] said Ann Lee, ["on Monday."] Then more.'],
    ['with typographic marks', '[“We will go,”] she said, [“on Monday.”]'],
    ['with single marks', 'So: [‘We got the ground wrong,’] said the chief, [‘and I mean it.’]'],
    ['in German', '[„Wir kaufen keine Romantik ein“], sagte Dr. Anna Maas, [„sondern Fahrgäste.“]'],
    ['in French', '[« On nous a changé la nuit »], dit Yvonne, [« et personne ne le voit. »]'],
    ['with a title in between', '[“A shell is a shell,”] said Dr. Ines Halm of Rome, [“and that is that.”]'],
    ['with a dash', '[“We will go —”] he coughed — [“on Monday.”]'],
    ['after a question', '[“Will we go?”] she asked, [“or shall we stay?”]'],
    ['in three parts', '[“We,”] he said, [“will go,”] he said again, [“on Monday.”]'],
    ['beside another quotation', '“No.” [“We will go,”] she said, [“on Monday.”] “Yes.”'],
    ['whose last part runs over paragraphs', '[“We will go,”] she said, [“on Monday.\n“And stay.”] End.'],
    ['with a quotation inside', '[“They say ‘go,’”] she said, [“and we go.”]'],
  ])('%s is found from each part', (_, written) => {
    expectParts(written);
  });

  test.each([
    ['that is whole', '“We will |go.”'],
    ['whose sentence ends before the next', '“We will |go,” she said. “On Monday.”'],
    ['in a list of words', 'He said “yes|,” “no,” and “maybe.”'],
    ['beside a quoted word', 'They called it “b|ig” and then they called it “small”.'],
    ['followed by another speaker’s', '“We will |go,” she said. Then he said, “No.”'],
    ['that comes after a colon', '“We will |go,” she said, adding: “On Monday.”'],
    ['far from the next', `“We will |go,” ${'she said and '.repeat(20)}went on, “on Monday.”`],
    ['in another paragraph', '“We will |go,” she said,\n“on Monday.”'],
  ])('is none %s', (_, written) => {
    const { text, carets } = marked(written);
    expect(interruptedQuotationAt(text, paragraphsOf(text), carets[0]!)).toEqual([]);
  });

  test('is none outside quotations', () => {
    const text = '“We will go,” she said, “on Monday.”';
    expect(interruptedQuotationAt(text, paragraphsOf(text), text.indexOf('she'))).toEqual([]);
  });
});
