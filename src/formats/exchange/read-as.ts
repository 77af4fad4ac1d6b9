import { FORMATS } from '#formats/registry.ts';
import { type Problem } from '#formats/problem.ts';
import { type FormatId } from './detect-format.ts';
import { type LooseDataset, type SourceFile } from './loose.ts';

/** Reads files as a format of others. Never rejects for what they hold; what cannot be read at all gives no documents and a problem. */
export async function readAs(id: FormatId, files: readonly SourceFile[]): Promise<LooseDataset> {
  const format = FORMATS.find((each) => each.id === id);
  if (!format?.read) return failed(`there is no format “${id}” that can be read`);
  const read = await format.read();
  try {
    const dataset = read(files);
    const isEmpty = dataset.documents.length === 0 && dataset.problems.length === 0;
    return isEmpty ? failed(`nothing in it is ${format.name}: choose another format`) : dataset;
  } catch (error) {
    // A fault of the reader, which must not take the other files with it.
    return failed(`it could not be read as ${format.name} (${error instanceof Error ? error.message : String(error)})`);
  }
}

function failed(message: string): LooseDataset {
  const problems: readonly Problem[] = [{ place: 'file', message }];
  return { documents: [], problems, units: ['code-point'] };
}
