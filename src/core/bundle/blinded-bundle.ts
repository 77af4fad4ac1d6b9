import { type SpanRef } from '#core/alignment/group.ts';
import { type AnnotatorId, type Project } from '#core/project/project.ts';
import { type CoveredSpan, type Decision } from '#core/review/decision.ts';
import { hideNames } from '#core/review/hide-names.ts';
import { pseudonymsFor } from '#core/review/pseudonyms.ts';
import { type Thread } from '#core/review/thread.ts';
import { compareText } from '#core/text/compare-text.ts';
import { type Bundle } from './bundle.ts';

/**
 * The bundle for one reader to whom colleagues are letters: whoever is neither the reader nor decided anything. Their names
 * are hidden in messages, comments and guidelines too, wherever they are written in full. Layers must be the reader's alone.
 */
export function blindedFor(bundle: Bundle, reader: AnnotatorId): Bundle {
  const open = new Set([reader, ...bundle.decisions.map(({ by }) => by)]);
  const colleagues = bundle.annotators.filter(({ id }) => !open.has(id));
  const hidden = pseudonymsFor(colleagues, reader);
  const names = colleagues.map(({ id, name }) => ({ name, shown: hidden.get(id)!.name }));
  const blinding: Blinding = {
    idOf: (id) => hidden.get(id)?.id ?? id,
    words: (text) => hideNames(text, names),
  };
  return {
    ...bundle,
    project: blindedProject(bundle.project, blinding),
    annotators: bundle.annotators
      .map((annotator) => hidden.get(annotator.id) ?? annotator)
      // Their place in the list would tell who they are.
      .toSorted((a, b) => compareText(a.name, b.name) || compareText(a.id, b.id)),
    decisions: bundle.decisions.map((decision) => blindedDecision(decision, blinding)),
    threads: bundle.threads.map((thread) => blindedThread(thread, blinding)),
  };
}

interface Blinding {
  readonly idOf: (id: AnnotatorId) => AnnotatorId;
  readonly words: (text: string) => string;
}

function blindedProject(project: Project, { words }: Blinding): Project {
  return { ...project, guidelines: project.guidelines.map((version) => ({ ...version, by: words(version.by) })) };
}

function blindedDecision(decision: Decision, blinding: Blinding): Decision {
  const { idOf, words } = blinding;
  return {
    ...decision,
    comment: words(decision.comment),
    covers: decision.covers.map((each): CoveredSpan => ({ ...each, annotatorId: idOf(each.annotatorId) })),
    inputs: decision.inputs.map((each) => ({ ...each, annotatorId: idOf(each.annotatorId) })),
    policy: decision.policy && { ...decision.policy, settings: words(decision.policy.settings) },
    spans: decision.spans.map((span) => ({
      ...span,
      from: span.from.map((ref) => blindedRef(ref, blinding)),
      links: span.links.map((link) => ({ ...link, to: blindedRef(link.to, blinding) })),
    })),
  };
}

function blindedThread(thread: Thread, blinding: Blinding): Thread {
  return {
    ...thread,
    spans: thread.spans.map((ref) => blindedRef(ref, blinding)),
    messages: thread.messages.map((message) => {
      return { ...message, by: blinding.idOf(message.by), body: blinding.words(message.body) };
    }),
  };
}

function blindedRef({ annotatorId, spanId }: SpanRef, { idOf }: Blinding): SpanRef {
  return { annotatorId: idOf(annotatorId), spanId };
}
