import { type LabelId } from '#core/labels/label-id.ts';
import { type LinkTypeId } from '#core/labels/link-type.ts';
import { type ProjectId } from '#core/project/project.ts';
import { compareText } from '#core/text/compare-text.ts';
import { NO_RENAMES, type Renames } from '#formats/exchange/rename-labels.ts';

/** New names of labels and link types that were kept under a name, to be used again. */
export interface RenameProfile {
  readonly name: string;
  readonly renames: Renames;
}

/** Under which key the settings keep the profiles of a project. */
export function profilesKey(id: ProjectId): string {
  return `exportRenames ${id}`;
}

/** The profiles as the settings keep them. */
export function storedProfiles(profiles: readonly RenameProfile[]): unknown {
  return profiles.map(({ name, renames }) => ({
    name,
    labels: [...renames.labels],
    linkTypes: [...renames.linkTypes],
  }));
}

/** The profiles in a stored value; what is none is left out. */
export function readProfiles(stored: unknown): readonly RenameProfile[] {
  if (!Array.isArray(stored)) return [];
  return (stored as readonly unknown[]).flatMap((each): RenameProfile[] => {
    if (typeof each !== 'object' || each === null || !('name' in each) || typeof each.name !== 'string') return [];
    const { labels, linkTypes } = each as Readonly<Record<string, unknown>>;
    return [
      {
        name: each.name,
        renames: { labels: readNames<LabelId>(labels), linkTypes: readNames<LinkTypeId>(linkTypes) },
      },
    ];
  });
}

function readNames<Id extends string>(stored: unknown): ReadonlyMap<Id, string> {
  if (!Array.isArray(stored)) return new Map();
  const pairs = (stored as readonly unknown[]).filter(
    (pair): pair is readonly [Id, string] =>
      Array.isArray(pair) && pair.length === 2 && pair.every((part) => typeof part === 'string'),
  );
  return new Map(pairs);
}

/** The profiles with this one, in place of one of the same name, by name. */
export function withProfile(profiles: readonly RenameProfile[], profile: RenameProfile): readonly RenameProfile[] {
  const others = profiles.filter(({ name }) => name !== profile.name);
  return [...others, profile].toSorted((a, b) => compareText(a.name, b.name));
}

/** True where nothing gets another name. */
export function renamesNothing({ labels, linkTypes }: Renames): boolean {
  return [...labels, ...linkTypes].every(([id, name]) => id === name);
}

/** The renames with another name for one label or link type; its own name takes it out. */
export function withRename(renames: Renames, kind: keyof Renames, id: string, name: string): Renames {
  const names = new Map<string, string>(renames[kind]);
  if (name === id) names.delete(id);
  else names.set(id, name);
  return { ...renames, [kind]: names };
}

export { NO_RENAMES, type Renames };
