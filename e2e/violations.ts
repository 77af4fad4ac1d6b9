import { type Page } from '@playwright/test';
import axe from 'axe-core';

/** Rules about colours take axe longer than all others together. */
const ABOUT_COLOURS = ['color-contrast', 'link-in-text-block'];

/**
 * What axe finds wrong with the page as it stands, a line for each rule; all rules are asked, or only those about colours. The
 * latter are asked of one place of each kind: a table has a hundred cells in the same colours. Axe goes into a page once: it is
 * half a megabyte, and screens are changed without loading another page.
 */
export async function violationsIn(page: Page, asked: 'all' | 'colours' = 'all'): Promise<readonly string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
  return page.evaluate(
    async ([aboutColours, isAll]) => {
      const { axe: checker } = globalThis;
      // There are no frames to look into, and no rule asks for what is written in the style sheets.
      const options = { resultTypes: ['violations' as const], iframes: false, preload: false };
      const found = isAll ? await beyondColours() : [];
      const places = placesByLook();
      found.push(...(await checker.run({ include: places }, { ...options, runOnly: [...aboutColours] })).violations);
      return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join('\n  ')}`);

      /**
       * What all rules find but those about colours. Sizes of targets are asked for by WCAG 2.2, and by axe only when it is
       * told to; targets that are scrolled under something are left out.
       */
      async function beyondColours() {
        const off = aboutColours.map((rule) => [rule, { enabled: false }] as const);
        const rules = Object.fromEntries([...off, ['target-size', { enabled: true }]]);
        const { violations } = await checker.run({ ...options, elementRef: true, rules });
        const under: ReadonlySet<Element | undefined> = new Set(scrolledUnder());
        return violations
          .map((each) =>
            each.id === 'target-size'
              ? { ...each, nodes: each.nodes.filter(({ element }) => !under.has(element)) }
              : each,
          )
          .filter(({ nodes }) => nodes.length > 0);
      }

      /** Targets that something which stays in the window hides in part: another scroll brings them out. */
      // It runs in the page, which has nothing else of this file.
      // oxlint-disable-next-line unicorn/consistent-function-scoping
      function scrolledUnder(): Element[] {
        const staying = [...document.body.querySelectorAll('*')].filter((element) =>
          ['sticky', 'fixed'].includes(getComputedStyle(element).position),
        );
        return [...document.body.querySelectorAll('a, button, input, select, textarea, [tabindex]')].filter(
          (target) => {
            const box = target.getBoundingClientRect();
            return staying.some((over) => {
              if (over.contains(target) || target.contains(over)) return false;
              const { top, bottom, left, right } = over.getBoundingClientRect();
              return box.top < bottom && box.bottom > top && box.left < right && box.right > left;
            });
          },
        );
      }

      /** One element with words of each kind: drawn alike, on the same grounds, and equally in sight. */
      // It goes into the page with what calls it.
      // oxlint-disable-next-line unicorn/consistent-function-scoping
      function placesByLook(): Element[] {
        const grounds = new Map<Element | null, string>([[null, '']]);
        const groundOf = (element: Element | null): string => {
          const known = grounds.get(element);
          if (known !== undefined) return known;
          const { backgroundColor, backgroundImage, opacity } = getComputedStyle(element!);
          const ground = `${groundOf(element!.parentElement)} ${backgroundColor} ${backgroundImage} ${opacity}`;
          grounds.set(element, ground);
          return ground;
        };
        const byLook = new Map<string, Element>();
        for (const element of document.body.querySelectorAll('*')) {
          const hasWords = [...element.childNodes].some((node) => node instanceof Text && node.data.trim() !== '');
          if (!hasWords && !element.matches('input, select, textarea')) continue;
          const { color, fontSize, fontWeight, textShadow } = getComputedStyle(element);
          const { x, y, width, height } = element.getBoundingClientRect();
          const top = document.elementFromPoint(x + width / 2, y + height / 2);
          const isInSight = top !== null && element.contains(top);
          const isOff = element.closest(':disabled, [aria-disabled="true"], [inert], [aria-hidden="true"]') !== null;
          const own = [element.localName, element.className, element.parentElement?.className, isInSight, isOff];
          byLook.set([...own, color, fontSize, fontWeight, textShadow, groundOf(element)].join(' '), element);
        }
        return byLook.size > 0 ? [...byLook.values()] : [document.body];
      }
    },
    [ABOUT_COLOURS, asked === 'all'] as const,
  );
}

type Axe = typeof axe;

declare global {
  // What the page has once axe is in it.
  var axe: Axe;
}
