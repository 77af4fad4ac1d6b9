import { type AnnotatorId } from '#core/project/project.ts';
import { type DatasetAbout } from './dataset.ts';

/**
 * What an annotator is called: the id where there is no name, so that a file of ours always tells both, and nobody takes the
 * id for a name when it is read again.
 */
export function annotatorNames({ annotators }: Pick<DatasetAbout, 'annotators'>): (id: AnnotatorId) => string {
  const names = new Map(annotators.map(({ id, name }) => [id, name.trim() === '' ? id : name]));
  return (id) => names.get(id) ?? id;
}
