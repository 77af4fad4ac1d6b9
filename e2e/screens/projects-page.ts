import { expect, type Locator, type Page } from '@playwright/test';

/** The header's menu of projects, the section in the settings, and their dialogs. */
export class ProjectsPage {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** The button in the header, which is there only where there is more than one project. */
  get menuButton(): Locator {
    return this.#page.getByRole('button', { name: /^Project: / });
  }

  get menu(): Locator {
    return this.#page.getByRole('menu', { name: 'Project' });
  }

  /** A line of the open menu: a project to choose, or something to do. */
  menuItem(name: string): Locator {
    return this.menu.getByRole('menuitemradio', { name }).or(this.menu.getByRole('menuitem', { name }));
  }

  async switchTo(name: string): Promise<void> {
    await this.menuButton.click();
    await this.menuItem(name).click();
    await this.expectShown(name);
    // The library may have been shown before, so its address does not tell that the switch is over.
    await expect(this.menuButton).toBeEnabled();
  }

  /** The project's library is shown and the header says so. */
  async expectShown(name: string): Promise<void> {
    await expect(this.#page).toHaveURL(/#\/library$/);
    await expect(this.#page.getByRole('heading', { level: 1 })).toHaveText(name);
  }

  get dialog(): Locator {
    return this.#page.getByRole('dialog');
  }

  /** Makes a project in the dialog that is open. */
  async fillIn(name: string, labelSet?: string): Promise<void> {
    await this.dialog.getByLabel('Name').fill(name);
    if (labelSet !== undefined) await this.dialog.getByLabel('Label set').selectOption({ label: labelSet });
    await this.dialog.getByRole('button', { name: 'Create project' }).click();
    await this.expectShown(name);
  }

  async openSettings(): Promise<void> {
    await this.#page.goto('#/settings');
    await expect(this.section).toBeVisible();
  }

  get section(): Locator {
    return this.#page.getByRole('region', { name: 'Projects' });
  }

  row(name: string): Locator {
    return this.section.getByRole('list', { name: 'Projects in use' }).getByRole('listitem').filter({ hasText: name });
  }

  async addInSettings(name: string, labelSet?: string): Promise<void> {
    await this.openSettings();
    await this.section.getByRole('button', { name: 'New project…' }).click();
    await this.fillIn(name, labelSet);
  }
}
