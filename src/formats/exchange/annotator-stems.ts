import { type AnnotatorId } from '#core/project/project.ts';
import { type DatasetAbout, fileStem } from './dataset.ts';

/** Names for annotators' own files: `0001-Ada`, by their place in the dataset and their name, safe in any file system. */
export function annotatorStems({ annotators }: DatasetAbout): (id: AnnotatorId) => string {
  const stems = new Map(annotators.map(({ id, name }, index) => [id, fileStem(index, { title: name })]));
  return (id) => {
    const stem = stems.get(id) ?? fileStem(stems.size, { title: '' });
    stems.set(id, stem);
    return stem;
  };
}
