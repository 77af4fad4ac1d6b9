import '#ui/tokens.css';
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import attributes from './attributes.module.css';
import list from './label-list.module.css';

test.each([320, 520])('the name of a value has room for itself where its row is %i px wide', async (width) => {
  await page.viewport(1200, 800);
  const { container } = await render(
    <div style={{ inlineSize: width }}>
      <ul className={attributes.values}>
        <li className={attributes.value}>
          <input aria-label="Name" style={{ inlineSize: '100%' }} />
          <select aria-label="Letter" />
          <small>136 spans</small>
          <span className={attributes.buttons}>
            <span style={{ inlineSize: 180 }} />
          </span>
        </li>
      </ul>
    </div>,
  );
  expect(container.querySelector('input')!.getBoundingClientRect().width).toBeGreaterThan(120);
});

test.each([260, 340])('the name of a label is not cut into pieces where the list is %i px wide', async (width) => {
  const { container } = await render(
    <div className={list.lists} style={{ inlineSize: width }}>
      <section>
        <ul>
          <li>
            <button type="button" className={list.row}>
              <i />
              <span className={list.name}>Behauptung</span>
              <small>2 Attribute, 136 Spannen</small>
              <kbd>1</kbd>
            </button>
          </li>
        </ul>
      </section>
    </div>,
  );
  const name = container.querySelector(`.${list.name}`)!;
  expect(name.getBoundingClientRect().height).toBeLessThan(30);
});
