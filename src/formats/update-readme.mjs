import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { format } from 'oxfmt';
import { runnerImport } from 'vite';

// Puts the table of the formats into the README. The source is TypeScript, which Node 20 cannot run by itself.
const root = fileURLToPath(new URL('../..', import.meta.url));
const load = async (path) => (await runnerImport(`${root}src/formats/${path}`, { root, configFile: false })).module;
const [{ withFormatsTable }, { FORMATS }] = [await load('exchange/formats-table.ts'), await load('registry.ts')];
const readme = `${root}README.md`;
const document = withFormatsTable(await readFile(readme, 'utf8'), FORMATS);
const options = JSON.parse(await readFile(`${root}.oxfmtrc.json`, 'utf8'));
await writeFile(readme, (await format(readme, document, options)).code);
