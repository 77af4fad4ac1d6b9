import { expect, test } from '../test.ts';

const FLOOD = 'Teld passes the 1889 mark at Mossford Bridge';

test.beforeEach(async ({ library, annotate }) => {
  await library.open();
  await library.openArticle(FLOOD);
  await annotate.giveName('Ada');
});

test('words are tagged by click and key, by dragging and button, by the bar beside a selection, and by an armed label', async ({
  page,
  annotate,
}) => {
  await annotate.clickOn('Ilse Tarrant');
  await page.keyboard.press('1');
  await annotate.clickOn('No deaths were reported');
  await page.keyboard.press('2');
  await annotate.clickOn('One number is a story');
  await page.keyboard.press('3');
  await annotate.expectSaved();
  await expect
    .poll(() => annotate.listed())
    .toEqual([
      'Entity: Mayor Ilse Tarrant',
      'Claim: No deaths were reported; two firefighters were treated for hypothermia after their boat capsized on Tanner’s Row.',
      'Quote: “One number is a story,”',
    ]);
  await annotate.takeBackAll();

  // Dragged to, edges are at words, and with Alt at characters.
  await annotate.selectWords('iver Teld ros');
  await annotate.label('Entity').click();
  await page.keyboard.down('Alt');
  await annotate.selectWords('ossford’s popul');
  await page.keyboard.up('Alt');
  await page.keyboard.press('2');
  await expect.poll(() => annotate.listed()).toEqual(['Entity: River Teld rose', 'Claim: ossford’s popul']);
  await annotate.takeBackAll();

  // The bar beside a selection.
  await annotate.selectWords('Kestrel Weir');
  await page.locator('article').getByText('Entity', { exact: true }).click();
  await expect.poll(() => annotate.listed()).toEqual(['Entity: Kestrel Weir']);
  await annotate.takeBackAll();

  // An armed label tags every selection until Esc.
  await annotate.label('Entity').click({ modifiers: ['Shift'] });
  await expect(annotate.label('Entity')).toHaveAttribute('aria-pressed', 'true');
  await annotate.selectWords('Mossford Bridge');
  await annotate.selectWords('Pavel Ruiz');
  await expect.poll(() => annotate.listed()).toEqual(['Entity: Mossford Bridge', 'Entity: Pavel Ruiz']);
  await page.keyboard.press('Escape');
  await annotate.selectWords('Averland Railways');
  await expect(annotate.spans).toHaveCount(2);
  await annotate.takeBackAll();

  // The line under the buttons names what each key takes next, and the key takes it.
  const hint = page.getByText(/^1 “/);
  await annotate.clickOn('Castellane, the');
  await expect(hint).toContainText('1 “\u2068Noor Castellane\u2069”');
  await page.keyboard.press('1');
  await expect(hint).toContainText('1 “\u2068Castellane\u2069”');
  await page.keyboard.press('1');
  await expect.poll(() => annotate.listed()).toEqual(['Entity: Noor Castellane', 'Entity: Castellane']);
  await expect(page.getByText(/^2 “/)).toBeVisible();
});

test('spans stack, nest, cross, repeat with other labels and run over paragraphs; all are drawn and can be chosen', async ({
  page,
  annotate,
}) => {
  // Where they stack a click takes the shortest, the next click the next.
  await annotate.clickOn('and I never thought');
  await page.keyboard.press('3');
  // Another place, for a second click at the same would be a double click, which selects a word.
  await annotate.clickOn('see it under water');
  await page.keyboard.press('2');
  await annotate.selectWords('I never thought');
  await page.keyboard.press('1');
  const selected = page.getByRole('region', { name: 'Selected' });
  // Somewhere else first, so that the clicks on the stack are not taken for repeated ones.
  await annotate.clickOn('By noon the level');
  const names = [];
  const { x, y } = await annotate.pointAt('never thought', 4);
  for (let clicks = 0; clicks < 4; clicks += 1) {
    await page.mouse.click(x, y);
    names.push(await selected.getByRole('combobox', { name: 'Label' }).locator('option:checked').innerText());
  }
  expect(names[0]).toBe('Entity');
  expect(new Set(names.slice(0, 3))).toEqual(new Set(['Entity', 'Claim', 'Quote']));
  expect(names[3]).toBe('Entity');
  await expect(page.getByRole('list', { name: 'Spans here' }).getByRole('listitem')).toHaveCount(3);
  await annotate.takeBackAll();

  await annotate.selectWords('No deaths were reported');
  await page.keyboard.press('1');
  await annotate.selectWords('No deaths were reported');
  await page.keyboard.press('2');
  await annotate.selectWords('were reported; two firefighters');
  await page.keyboard.press('3');
  await annotate.selectBetween(['deaths were', 0], ['Dr. Noor Castellane', 19]);
  await page.keyboard.press('2');
  await annotate.expectSaved();
  const listed = await annotate.listed();
  expect(listed).toHaveLength(4);
  expect(listed).toContain('Entity: No deaths were reported');
  expect(listed).toContain('Claim: No deaths were reported');
  expect(listed).toContain('Quote: were reported; two firefighters');
  expect(listed.some((line) => /^Claim: deaths were reported.*Dr\. Noor Castellane$/s.test(line))).toBe(true);
  const drawn = await page
    .locator('[data-span]')
    .evaluateAll((all) => new Set(all.map((one) => (one as HTMLElement).dataset['span'])).size);
  expect(drawn).toBe(4);
});

test('a span’s boundaries are dragged, a fragment is added and removed, a label and a note are changed, and undone', async ({
  page,
  annotate,
}) => {
  await annotate.clickOn('Kestrel Weir had');
  await page.keyboard.press('1');
  await expect.poll(() => annotate.listed()).toEqual(['Entity: Kestrel Weir']);
  const drag = async (edge: 'from' | 'to', words: string, at: number): Promise<void> => {
    const target = await annotate.pointAt(words, at);
    const handle = (await page.locator(`[data-handle="${edge}"]`).boundingBox())!;
    const knob = edge === 'from' ? handle.y - 8 : handle.y + handle.height + 8;
    await page.mouse.move(handle.x + handle.width / 2, knob);
    await page.mouse.down();
    await page.mouse.move(target.x, target.y + (edge === 'from' ? -14 : 14), { steps: 4 });
    await page.mouse.up();
  };
  await drag('to', 'had been saturated', 18);
  await expect(annotate.spans.first()).toContainText('Kestrel Weir had been saturated');
  await drag('from', 'hills above Kestrel', 1);
  await expect(annotate.spans.first()).toContainText('hills above Kestrel Weir had been saturated');
  await annotate.expectSaved();
  await annotate.takeBackAll();

  // Words selected after the span was are taken for it.
  await annotate.clickOn('I have walked past');
  await page.keyboard.press('3');
  await annotate.selectWords('said Mayor Ilse Tarrant');
  await page.getByRole('button', { name: 'Take the selected words' }).click();
  await expect(page.getByRole('group', { name: 'Cue' })).toContainText('said Mayor Ilse Tarrant');
  await page.keyboard.press('Control+z');

  // Ctrl while selecting adds a fragment.
  await annotate.clickOn('I have walked past');
  await page.keyboard.down('Control');
  await annotate.selectWords('“and I never thought I would see it under water.”');
  await page.keyboard.up('Control');
  await expect
    .poll(() => annotate.listed())
    .toEqual([
      'Quote: “I have walked past that mark every day of my life,” … “and I never thought I would see it under water.”',
    ]);
  // It lies wholly in the window, however long the fragments are.
  await expect(annotate.button('Remove fragment 1')).toBeInViewport({ ratio: 1 });
  await annotate.button('Remove fragment 2').click();
  await expect.poll(() => annotate.listed()).toEqual(['Quote: “I have walked past that mark every day of my life,”']);
  await annotate.takeBackAll();

  await annotate.clickOn('Owen Petrie');
  await page.keyboard.press('1');
  await page.getByRole('combobox', { name: 'Label' }).selectOption('Claim');
  await expect.poll(() => annotate.listed()).toEqual(['Claim: Owen Petrie']);
  await page.getByRole('textbox', { name: 'Note' }).fill('really?');
  await page.getByRole('textbox', { name: 'Note' }).blur();
  await expect(annotate.spans.getByRole('img', { name: /^Note: / })).toBeVisible();
  await annotate.button('Delete span').click();
  await expect(annotate.spans).toHaveCount(0);
  await annotate.button('Undo').click();
  await expect(annotate.spans.getByRole('img', { name: /^Note: / })).toBeVisible();
  await annotate.button('Undo').click();
  await annotate.button('Undo').click();
  await expect.poll(() => annotate.listed()).toEqual(['Entity: Owen Petrie']);
  await annotate.button('Undo').click();
  await expect(annotate.spans).toHaveCount(0);
  await expect(annotate.button('Undo')).toBeDisabled();
  for (let steps = 0; steps < 4; steps += 1) await annotate.button('Redo').click();
  await expect(annotate.spans).toHaveCount(0);
  await expect(annotate.button('Redo')).toBeDisabled();
  await annotate.expectSaved();
});
