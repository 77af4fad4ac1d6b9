import { type DatasetAbout } from '#formats/exchange/dataset.ts';

/** The README.md that stands beside the data: where it lies, what its columns mean, and its labels. */
export function datasetCard({ project }: DatasetAbout, paths: readonly string[]): string {
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
---

# ${oneLine(project.name)}

One row per article. \`spans\` has one row for each part of a span; \`start\` and \`end\` count Unicode code points, as Python does, so that \`text[start:end]\` is the span's \`text\`. Parts of an interrupted span share their \`id\`. \`start\` and \`end\` of an attribute are -1 unless its value is a stretch of the text.

## Labels

${labels.join('\n')}

## Links

${links.join('\n')}
`;
}

function splitOf(path: string): string {
  const name = path.replace(/^data\//, '').replace(/\.jsonl$/, '');
  return name === 'dev' ? 'validation' : name;
}

function oneLine(words: string): string {
  return words.replaceAll(/\s+/g, ' ').trim();
}
