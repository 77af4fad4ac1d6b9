import { t } from '#language/t.ts';
import { type Annotator, type AnnotatorId } from '#core/project/project.ts';
import { LIMITS } from '#formats/limits.ts';
import { atMost } from './unique-ids.ts';
import { UNNAMED } from './unnamed-annotators.ts';

/** What a model without a name is called. */
const MODEL = t`Model`;

/**
 * Finds who a name in a file is: an annotator that is known by this id, else by this name whatever the case, else a new one
 * whose id is the name, so that the same file gives the same annotator again. Where the file tells id and name apart, only
 * the id is looked up, since two people may have one name. A model's predictions are an annotator's of the model's name.
 */
export function nameAnnotators(
  known: readonly Annotator[],
): (name: string, isPrediction: boolean, told?: string) => Annotator {
  const byId = new Map(known.map((annotator) => [annotator.id as string, annotator]));
  const byName = new Map(known.map((annotator) => [folded(annotator.name), annotator]));
  return (written, isPrediction, told = '') => {
    const name = atMost(written.toWellFormed().trim(), LIMITS.name) || (isPrediction ? MODEL : UNNAMED);
    const ownName = told.trim() === '' ? '' : atMost(told.toWellFormed(), LIMITS.name);
    const found = isPrediction
      ? byId.get(modelId(name))
      : (byId.get(written) ?? (ownName === '' ? byName.get(folded(name)) : undefined));
    if (found) return found;
    const id = isPrediction ? modelId(name) : atMost(ownName === '' ? idOf(name) : written.toWellFormed(), LIMITS.id);
    // Two long names may have one start.
    const annotator: Annotator = byId.get(id) ?? { id: id as AnnotatorId, name: ownName || name };
    byId.set(id, annotator);
    if (!isPrediction) byName.set(folded(annotator.name), annotator);
    return annotator;
  };
}

function modelId(name: string): string {
  return atMost(`model: ${name === MODEL ? 'Model' : name}`, LIMITS.id);
}

/** Whoever is not named has one id in every language. */
function idOf(name: string): string {
  return name === UNNAMED ? 'Unnamed annotator' : name;
}

function folded(name: string): string {
  return name.normalize('NFC').trim().toLowerCase();
}
