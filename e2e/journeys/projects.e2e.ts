import { AnnotatePage } from '../screens/annotate-page.ts';
import { expect, expectNoViolations, test } from '../test.ts';

const TEXT = 'The council of Harrow met.\nIt voted on Monday.';

function textFile(name = 'council.txt') {
  return { name, mimeType: 'text/plain', buffer: Buffer.from(TEXT) };
}

/** A bundle of a project with one label that Spanmark’s own set does not have. */
function places(json: string) {
  const bundle = JSON.parse(json) as {
    project: { id: string; name: string; labelSet: { labels: { id: string; name: string; key: string }[] } };
  };
  const [first] = bundle.project.labelSet.labels;
  bundle.project.id = 'places';
  bundle.project.name = 'Places';
  bundle.project.labelSet.labels.push({ ...first!, id: 'river', name: 'River', key: '' });
  return { name: 'places.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(bundle)) };
}

test('two projects share no articles and no layers, and switching in the middle of work loses nothing', async ({
  page,
  library,
  importing,
  annotate,
  projects,
}) => {
  await importing.choose(textFile());
  await importing.import();
  await library.open();
  await expect(projects.menuButton).toBeHidden();
  await projects.addInSettings('Elections');
  await expect(projects.menuButton).toHaveAccessibleName('Project: Elections');
  await expect(page.getByText('There is no article here.')).toBeVisible();

  await importing.choose(textFile());
  await expect(page.getByText('1 file for the project “Elections”')).toBeVisible();
  await importing.import();
  await library.open();
  await library.openArticle(/The council/);
  await annotate.giveName('Ada');
  await annotate.clickOn('Harrow');
  await page.keyboard.press('1');
  // At once, without waiting for the disk.
  await projects.switchTo('My project');
  await expect(library.row(/Mossford/)).toBeVisible();
  await library.openArticle(/The council/);
  await expect(annotate.spans).toHaveCount(0);

  await page.reload();
  await expect(projects.menuButton).toHaveAccessibleName('Project: My project');
  await projects.switchTo('Elections');
  await expect(library.table.getByRole('row')).toHaveCount(2);
  await library.openArticle(/The council/);
  await expect.poll(() => annotate.listed()).toEqual(['Entity: Harrow']);
});

test('each tab keeps its project, and hears what another one changes', async ({ page, context, library, projects }) => {
  await projects.addInSettings('Elections');
  const second = await context.newPage();
  await second.goto('#/library');
  await expect(second.getByRole('heading', { level: 1 })).toHaveText('Elections');
  await projects.switchTo('My project');
  await expect(library.row(/Mossford/)).toBeVisible();
  await expect(second.getByRole('heading', { level: 1 })).toHaveText('Elections');
  await second.goto('#/settings');
  await second.getByLabel('Name of the project').fill('Council');
  await second.getByRole('region', { name: 'Projects' }).getByRole('button', { name: 'Rename' }).click();
  await projects.menuButton.click();
  await expect(projects.menuItem('Council')).toBeVisible();
  await page.keyboard.press('Escape');
  await second.reload();
  await expect(second.getByRole('button', { name: /^Project: / })).toHaveAccessibleName('Project: My project');
});

test('an article that is taken out in another tab says so where it is annotated; its row keeps the way back', async ({
  page,
  context,
  library,
  importing,
  annotate,
}) => {
  await library.open();
  await library.openArticle(/Mossford/);
  await annotate.giveName('Ada');
  const second = await context.newPage();
  await second.goto('#/library');
  await second.getByRole('button', { name: /Take out: .*Mossford/ }).click();
  await expect(page.getByText('This article was taken out of the library.')).toBeVisible();
  await expectNoViolations(page);
  await page.getByRole('button', { name: 'Put back' }).click();
  await expect(page.getByText('This article was taken out of the library.')).toBeHidden();
  await expect(annotate.article).toBeFocused();
  await expect(second.getByRole('link', { name: /Mossford/ })).toBeVisible();
  await second.close();

  // In this tab its row stays, with the way back under the focus, until the screen is left.
  await importing.choose(textFile());
  await importing.import();
  await library.open();
  const takeOut = page.getByRole('button', { name: /Take out: The council/ });
  await takeOut.focus();
  await page.keyboard.press('Enter');
  const putBack = page.getByRole('button', { name: /Put back: The council/ });
  await expect(putBack).toBeFocused();
  await expectNoViolations(page);
  await page.keyboard.press('Enter');
  await expect(takeOut).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(putBack).toBeFocused();
  await page.goto('#/export');
  await library.open();
  await expect(putBack).toBeHidden();

  await importing.choose(textFile());
  await expect(page.getByText('This text was taken out of the library: importing it puts it back')).toBeVisible();
  await importing.import();
  await library.open();
  await expect(library.row(/The council/)).toBeVisible();
});

test('a project can be put away, with all that is in it, and taken out again', async ({ page, library, projects }) => {
  await projects.addInSettings('Elections', 'No labels');
  await projects.openSettings();
  await expect(projects.row('Elections')).toContainText('0 labels');
  await projects.row('Elections').getByRole('button', { name: 'Put away Elections' }).click();
  await expect(projects.dialog).toContainText('stay in this browser');
  await projects.dialog.getByRole('button', { name: 'Put away' }).click();
  await projects.expectShown('My project');
  await expect(library.row(/Mossford/)).toBeVisible();
  await expect(projects.menuButton).toBeHidden();

  await projects.openSettings();
  await projects.section.getByText('1 project put away').click();
  await projects.section.getByRole('button', { name: 'Take out Elections' }).click();
  await expect(projects.section.getByRole('heading', { name: 'Projects' })).toBeFocused();
  await projects.row('Elections').getByRole('button', { name: 'Switch to Elections' }).click();
  await projects.expectShown('Elections');
  await page.reload();
  await projects.expectShown('Elections');
});

test('a bundle with other labels can become a project of its own', async ({
  page,
  library,
  importing,
  exporting,
  projects,
}) => {
  const bundle = places(await exporting.downloadAll());
  await importing.choose(bundle);
  await expect(page.getByText('in a new project, “Places”, they stay apart')).toBeVisible();
  await expectNoViolations(page);
  await page.getByRole('button', { name: 'Import into a new project instead' }).click();
  await expect(page.getByText('1 file imported. The project is “Places”.')).toBeVisible();
  await expect(projects.menuButton).toHaveAccessibleName('Project: Places');
  await page.getByRole('link', { name: 'Open the library' }).click();
  await projects.expectShown('Places');
  await library.openArticle(/Mossford/);
  await expect(new AnnotatePage(page).label('River')).toBeVisible();
  await page.getByRole('dialog').getByRole('button', { name: 'Later' }).click();
  await projects.switchTo('My project');
  await library.openArticle(/Mossford/);
  await expect(new AnnotatePage(page).label('River')).toBeHidden();
});

test('projects are made, switched and put away by keyboard alone', async ({ page, library, annotate, projects }) => {
  await projects.addInSettings('Elections');
  await projects.switchTo('My project');
  await library.openArticle(/Mossford/);
  await annotate.giveName('Ada');

  // From the text up to the menu; its keys are its own and change nothing in the text.
  await projects.menuButton.focus();
  await page.keyboard.press('ArrowDown');
  await expect(projects.menuItem('My project')).toBeFocused();
  await page.keyboard.press('E');
  await expect(projects.menuItem('Elections')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(projects.menuButton).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(projects.menu).toBeVisible();
  await expectNoViolations(page);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await projects.expectShown('Elections');
  await expect(page.getByRole('main')).toBeFocused();

  await projects.menuButton.focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('N');
  await page.keyboard.press('Enter');
  await expect(projects.dialog.getByLabel('Name')).toBeFocused();
  await expectNoViolations(page);
  await page.keyboard.type('Third');
  await page.keyboard.press('Enter');
  await projects.expectShown('Third');
  await expect(projects.dialog).toBeHidden();

  await projects.menuButton.focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('M');
  await page.keyboard.press('a');
  await page.keyboard.press('Enter');
  await expect(projects.section).toBeVisible();
  await expectNoViolations(page);
  await page.getByRole('button', { name: 'Put away My project' }).focus();
  await page.keyboard.press('Enter');
  await expect(projects.dialog).toBeVisible();
  await expectNoViolations(page);
  await projects.dialog.getByRole('button', { name: 'Put away' }).press('Enter');
  await expect(projects.section.getByRole('heading', { name: 'Projects' })).toBeFocused();
  await expect(projects.section.getByText('1 project put away')).toBeVisible();
});
