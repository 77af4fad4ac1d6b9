import { t } from '#language/t.ts';
import { type Bundle, type BundledLayer } from '#core/bundle/bundle.ts';
import { compareTimes } from '#core/text/compare-times.ts';
import { readBundle } from '#formats/native/read.ts';
import { type ReadResult, refused } from '#formats/problem.ts';
import { type BackupFolder } from './backup-folder.ts';
import { readIndex } from './backup-places.ts';

/** A project of a backup. */
export interface BackedUpProject {
  readonly result: ReadResult<Bundle>;
  /** How many layers came without the edits that their files hold, since those do not lead to what the layer holds. */
  readonly withoutEdits: number;
}

/** Checks a bundle; a test has one that takes less than readBundle does. */
type BundleReader = (json: string) => ReadResult<Bundle>;

type Plain = Readonly<Record<string, unknown>>;

/** What the files of a project hold, not yet looked at. */
interface RawProject {
  readonly head: Plain;
  readonly articles: readonly Plain[];
  readonly layers: readonly Plain[];
  readonly decisions: readonly unknown[];
  readonly threads: readonly unknown[];
}

/**
 * Every project of a backup, as a bundle or with what is wrong with it. A file that cannot be read makes its project wrong. What
 * was written last comes first, since a project that was renamed has a folder of each name.
 */
export async function readBackup(
  folder: BackupFolder,
  read: BundleReader = readBundle,
): Promise<readonly BackedUpProject[]> {
  const projects: BackedUpProject[] = [];
  const ages = new Map([...(await readIndex(folder)).keys()].map((path, index) => [path, index]));
  const ageOf = (path: string): number => ages.get(path) ?? -1;
  const { folders } = await folder.list('');
  for (const place of folders.toSorted((a, b) => ageOf(headOf(b)) - ageOf(headOf(a)))) {
    const head = await folder.read(headOf(place));
    if (head === undefined) continue;
    const raw = await rawProject(folder, place, head, ageOf);
    projects.push('problems' in raw ? { result: raw, withoutEdits: 0 } : bundleOf(raw, read));
  }
  return projects;
}

function headOf(place: string): string {
  return `${place}/project.json`;
}

async function rawProject(
  folder: BackupFolder,
  place: string,
  head: string,
  ageOf: (path: string) => number,
): Promise<RawProject | (ReadResult<never> & { readonly ok: false })> {
  const { folders } = await folder.list(place);
  /** The oldest first, as far as that is known. */
  const members = async (name: string): Promise<readonly Plain[]> => {
    if (!folders.includes(name)) return [];
    const all: Plain[] = [];
    const paths = (await folder.list(`${place}/${name}`)).files.map((file) => `${place}/${name}/${file}`);
    for (const path of paths.toSorted((a, b) => ageOf(a) - ageOf(b))) {
      const text = path.endsWith('.json') ? await folder.read(path) : undefined;
      if (text !== undefined) all.push(JSON.parse(text) as Plain);
    }
    return all;
  };
  try {
    const reviews = await members('reviews');
    return {
      head: JSON.parse(head) as Plain,
      articles: onePerKey(await members('articles'), keyOfArticle),
      layers: onePerKey(await members('layers'), keyOfLayer, isOlder),
      decisions: onePerKey(
        reviews.flatMap(({ decisions }) => decisions as readonly Plain[]),
        keyOfMember,
      ),
      threads: onePerKey(
        reviews.flatMap(({ threads }) => threads as readonly Plain[]),
        keyOfMember,
      ),
    };
  } catch (error) {
    const fault = t`A file in ${place} is no JSON.`;
    const message = error instanceof Error ? `${fault} ${error.message}` : fault;
    return { ok: false, problems: [{ place: '', message }] };
  }
}

/**
 * One value for each key, where the first of it stood: the last that is not older than the one before. After another name was
 * given to an article or a person, the file of the earlier name stays.
 */
function onePerKey(
  values: readonly Plain[],
  keyOf: (value: Plain) => string,
  isOlderThan: (value: Plain, other: Plain) => boolean = () => false,
): readonly Plain[] {
  const kept = new Map<string, Plain>();
  for (const value of values) {
    const other = kept.get(keyOf(value));
    if (!other || !isOlderThan(value, other)) kept.set(keyOf(value), value);
  }
  return [...kept.values()];
}

function keyOfArticle({ id }: Plain): string {
  return JSON.stringify([id]);
}

function keyOfMember({ articleId, id }: Plain): string {
  return JSON.stringify([articleId, id]);
}

function keyOfLayer({ articleId, annotatorId }: Plain): string {
  return JSON.stringify([articleId, annotatorId]);
}

function isOlder({ changedAt }: Plain, other: Plain): boolean {
  return compareTimes(String(changedAt), String(other['changedAt'])) < 0;
}

/** Edits that make it too long, or that do not fit a layer which somebody changed in its file, must not cost the layers. */
function bundleOf(raw: RawProject, read: BundleReader): BackedUpProject {
  const whole = readParts(read, raw, raw.layers);
  if (whole.ok) return { result: whole, withoutEdits: 0 };
  const bare = readParts(read, raw, raw.layers.map(withoutLog));
  if (!bare.ok) return { result: bare, withoutEdits: 0 };
  return withSoundLogs(raw, bare.value, read);
}

/** The edits of each layer by itself: neither how much they are together nor those of another layer stand in the way. */
function withSoundLogs(raw: RawProject, bundle: Bundle, read: BundleReader): BackedUpProject {
  const articles = new Map(raw.articles.map((article) => [article['id'], article]));
  const logged = new Map<string, BundledLayer | undefined>();
  for (const layer of raw.layers) {
    const article = articles.get(layer['articleId']);
    if (layer['log'] === undefined || !article) continue;
    const alone = readParts(read, { ...raw, articles: [article], decisions: [], threads: [] }, [layer]);
    logged.set(keyOfLayer(layer), alone.ok ? alone.value.layers[0] : undefined);
  }
  const layers = bundle.layers.map((layer) => logged.get(keyOfLayer({ ...layer })) ?? layer);
  const withoutEdits = [...logged.values()].filter((layer) => layer === undefined).length;
  return { result: { ok: true, value: { ...bundle, layers } }, withoutEdits };
}

function readParts(read: BundleReader, { head, ...parts }: RawProject, layers: readonly Plain[]): ReadResult<Bundle> {
  try {
    return read(JSON.stringify({ ...head, ...parts, layers }));
  } catch (error) {
    // A text that is longer than the browser’s longest.
    return refused('', error instanceof Error ? error.message : String(error));
  }
}

function withoutLog(layer: Plain): Plain {
  return { ...layer, log: undefined };
}
