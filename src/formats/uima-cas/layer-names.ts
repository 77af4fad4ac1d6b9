/** The features that INCEpTION's layers have their tag in; NamedEntity has `value`. */
const TAG_FEATURES = ['label', 'value'] as const;

/** What a span or link of a layer is called: its tag where it has one, else the last part of the layer's name. */
export function layerLabel(
  layer: string,
  textOf: (feature: string) => string | undefined,
): { readonly label: string; readonly tagFeature: string } {
  for (const feature of TAG_FEATURES) {
    const label = textOf(feature);
    if (label !== undefined && label !== '') return { label, tagFeature: feature };
  }
  return { label: layer.slice(layer.lastIndexOf('.') + 1), tagFeature: '' };
}

/** True for layers that tools make for themselves, such as words, sentences and pages: nobody annotated them. */
export function isMachineLayer(layer: string): boolean {
  return MACHINE_LAYERS.some((start) => layer.startsWith(start));
}

const MACHINE_LAYERS = [
  'uima.',
  'de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.',
  'de.tudarmstadt.ukp.dkpro.core.api.metadata.type.',
  'de.tudarmstadt.ukp.dkpro.core.api.structure.type.',
  'de.tudarmstadt.ukp.clarin.webanno.api.type.',
  'de.tudarmstadt.ukp.inception.api.type.',
  'org.dkpro.core.api.xml.type.',
  'org.dkpro.core.api.pdf.type.',
] as const;
