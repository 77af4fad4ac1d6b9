import { type DatasetAbout } from '#formats/exchange/dataset.ts';
import { oneLine } from '#formats/wording.ts';
import { type Column, featuresYaml } from './columns.ts';

/** The README.md that stands beside the data: where it lies, what its columns are and mean (`rows`), and its labels. */
export function datasetCard(
  { project }: DatasetAbout,
  paths: readonly string[],
  columns: readonly Column[],
  rows: string,
): string {
  const files = paths.map((path) => `      - split: ${splitOf(path)}\n        path: ${path}`).join('\n');
  const labels = project.labelSet.labels.map(
    ({ id, name, description }) => `- \`${id}\` (${oneLine(name)}): ${oneLine(description)}`,
  );
  const links = project.labelSet.linkTypes.map(
    ({ id, name, description }) => `- \`${id}\` (${oneLine(name)}): ${oneLine(description)}`,
  );
  return `---
configs:
  - config_name: default
    data_files:
${files}
${featuresYaml(columns)}---

# ${oneLine(project.name)}

${rows}

## Labels

${labels.join('\n')}

## Links

${links.join('\n')}
`;
}

function splitOf(path: string): string {
  const name = path.replace(/^data\//, '').replace(/\.[a-z]+$/, '');
  return name === 'dev' ? 'validation' : name;
}
