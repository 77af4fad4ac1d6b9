import { isObject } from '#formats/is-object.ts';
import { BUNDLE_VERSION } from './version.ts';

/**
 * A parsed bundle of an earlier version as one of the newest: what the earlier version did not have is added empty. Nothing
 * else is changed or judged, so that a wrong value is reported where it is. Version 2 brought attributes, links, guidelines
 * and corrected texts, version 3 decisions and threads, version 4 authors and pages.
 */
export function upgradeBundle(value: unknown): unknown {
  if (!isObject(value)) return value;
  if (value.version === 1) return upgradeTo4(upgradeTo3(upgradeTo2(value)));
  if (value.version === 2) return upgradeTo4(upgradeTo3(value));
  return value.version === 3 ? upgradeTo4(value) : value;
}

function upgradeTo4(value: Loose): unknown {
  const articles = each(value.articles, (article) => withMissing(article, { author: '', pages: [] }));
  return { ...value, version: BUNDLE_VERSION, articles };
}

function upgradeTo3(value: Loose): Loose {
  return { ...value, decisions: [], threads: [] };
}

function upgradeTo2(value: Loose): Loose {
  return {
    ...value,
    project: withMissing(value.project, { guidelines: [] }, (project) => ({
      labelSet: withMissing(project.labelSet, { linkTypes: [] }, ({ labels }) => ({
        labels: each(labels, (label) => withMissing(label, { overlapsItself: true, attributes: [] })),
      })),
    })),
    articles: each(value.articles, (article) => withMissing(article, { correctionOf: '' })),
    layers: each(value.layers, (layer) =>
      withMissing(layer, { links: [] }, ({ spans }) => ({
        spans: each(spans, (span) => withMissing(span, { attributes: [] })),
      })),
    ),
  };
}

type Loose = Readonly<Record<string, unknown>>;

/** What is not an object stays as it is. */
function withMissing(value: unknown, added: Loose, inner: (object: Loose) => Loose = () => ({})): unknown {
  if (!isObject(value)) return value;
  const changed = Object.entries(inner(value)).filter(([name]) => Object.hasOwn(value, name));
  return { ...value, ...added, ...Object.fromEntries(changed) };
}

function each(value: unknown, change: (member: unknown) => unknown): unknown {
  return Array.isArray(value) ? value.map(change) : value;
}
