import { t } from '#language/t.ts';
import { findFormat } from '#formats/registry.ts';
import { type Problem } from '#formats/problem.ts';
import { type FormatId, headOf, missingEnding } from './detect-format.ts';
import { type LooseDataset, type ReadDataset, type SourceFile } from './loose.ts';

/** Reads files as a format of others. Never rejects for what they hold; what cannot be read at all gives no documents and a problem. */
export async function readAs(id: FormatId, files: readonly SourceFile[]): Promise<LooseDataset> {
  const format = findFormat(id);
  if (!format) return failed(t`there is no format “${id}” that can be read`);
  if (!format.read)
    return failed(t`it is ${format.name}, which is written here and not read: choose another format, or leave it`);
  const read = await format.read();
  try {
    const dataset = readNamed(read, files);
    const isEmpty = dataset.documents.length === 0 && dataset.problems.length === 0;
    return isEmpty ? failed(t`nothing in it is ${format.name}: choose another format`) : dataset;
  } catch (error) {
    // A fault of the reader, which must not take the other files with it.
    return failed(
      t`it could not be read as ${format.name} (${error instanceof Error ? error.message : String(error)})`,
    );
  }
}

/** Gives a file that is alone the ending by which the reader knows what it is, since the user may have said so. */
function readNamed(read: ReadDataset, files: readonly SourceFile[]): LooseDataset {
  const [file, ...others] = files;
  const ending = file && others.length === 0 ? missingEnding(headOf(file.path, file.bytes.subarray(0, 1000))) : '';
  if (!file || ending === '') return read(files);
  const named = file.path + ending;
  const placed = <Item extends { readonly place: string }>(item: Item): Item => {
    return { ...item, place: item.place.startsWith(named) ? file.path + item.place.slice(named.length) : item.place };
  };
  const { documents, problems, units } = read([{ ...file, path: named }]);
  return { documents: documents.map(placed), problems: problems.map(placed), units };
}

function failed(message: string): LooseDataset {
  const problems: readonly Problem[] = [{ place: 'file', message }];
  return { documents: [], problems, units: ['code-point'] };
}
