import { type PlannedLayer } from '#core/bundle/plan-import.ts';
import { sameContent } from '#core/merge/same-content.ts';
import { type Annotator, type AnnotatorId } from '#core/project/project.ts';
import { compareTimes } from '#core/text/compare-times.ts';

/** Layers that two files of one drop have, with other content. */
export interface LayersTwice {
  /** The other file. */
  readonly fileName: string;
  readonly layers: number;
  readonly annotators: readonly string[];
  /** True where this file’s are taken, false where those of the other one are. */
  readonly isTaken: boolean;
  /** True where both are of one time, so that the file that comes in first counts. */
  readonly isOfOneTime: boolean;
}

/** What a file of a drop would bring in. */
export interface FileToCome {
  readonly handle: number;
  readonly fileName: string;
  readonly annotators: readonly Annotator[];
  readonly planned: readonly PlannedLayer[];
}

interface Found {
  readonly file: FileToCome;
  readonly planned: PlannedLayer;
}

/**
 * Which layers of each file, by its handle, other files have as well, and which of them will be here when all came in, in this
 * order: the newest, and of one time the first. What is here already and stays is not told, since the fate of a layer says it.
 */
export function layersTwiceIn(files: readonly FileToCome[]): ReadonlyMap<number, readonly LayersTwice[]> {
  const byKey = new Map<string, Found[]>();
  for (const file of files) {
    for (const planned of file.planned) {
      // An article's id has a fixed length, so no two pairs give the same text.
      const key = planned.layer.articleId + planned.layer.annotatorId;
      const found = byKey.get(key) ?? [];
      found.push({ file, planned });
      byKey.set(key, found);
    }
  }
  const told = new Map<number, Map<string, LayersTwice>>();
  for (const found of byKey.values()) {
    if (found.length > 1) tellOf(found, told);
  }
  return new Map([...told].map(([handle, each]) => [handle, [...each.values()]]));
}

function tellOf(found: readonly Found[], told: Map<number, Map<string, LayersTwice>>): void {
  const newest = found.reduce((best, each) => (compare(each, best) > 0 ? each : best));
  if (newest.planned.fate !== 'added' && newest.planned.fate !== 'updated') return;
  for (const other of found) {
    if (other === newest || sameContent(newest.planned.layer, other.planned.layer)) continue;
    const isOfOneTime = compare(newest, other) === 0;
    add(told, newest, other, { isTaken: true, isOfOneTime });
    add(told, other, newest, { isTaken: false, isOfOneTime });
  }
}

function add(
  told: Map<number, Map<string, LayersTwice>>,
  { file, planned }: Found,
  other: Found,
  which: Pick<LayersTwice, 'isTaken' | 'isOfOneTime'>,
): void {
  const ofFile = told.get(file.handle) ?? new Map<string, LayersTwice>();
  told.set(file.handle, ofFile);
  const key = `${other.file.handle} ${which.isTaken} ${which.isOfOneTime}`;
  const before = ofFile.get(key);
  const name = nameIn(file, planned.layer.annotatorId);
  const annotators = before?.annotators ?? [];
  ofFile.set(key, {
    ...which,
    fileName: other.file.fileName,
    layers: (before?.layers ?? 0) + 1,
    annotators: annotators.includes(name) ? annotators : [...annotators, name],
  });
}

function nameIn({ annotators }: FileToCome, id: AnnotatorId): string {
  return annotators.find((annotator) => annotator.id === id)?.name ?? id;
}

function compare(a: Found, b: Found): number {
  return compareTimes(a.planned.layer.changedAt, b.planned.layer.changedAt);
}
