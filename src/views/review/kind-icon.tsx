import { type GroupKind } from '#core/alignment/group.ts';
import {
  Check,
  CircleAlert,
  CircleDashed,
  CirclePlus,
  Clock,
  Equal,
  EqualNot,
  Link2,
  ListChecks,
  MoveHorizontal,
  UserRound,
  X,
} from 'lucide-react';

/** What a group is marked with: why it needs a decision, or what became of it. */
export type GroupMarkKind = GroupKind | 'stale' | 'deferred' | 'decided' | 'left-out' | 'added';

const ICONS = {
  single: UserRound,
  label: EqualNot,
  boundary: MoveHorizontal,
  attribute: ListChecks,
  link: Link2,
  missing: CircleDashed,
  unanimous: Equal,
  stale: CircleAlert,
  deferred: Clock,
  decided: Check,
  'left-out': X,
  added: CirclePlus,
} as const;

/** A sign for the kind of a group, beside words that say it. */
export function KindIcon({ kind, size = 14 }: { readonly kind: GroupMarkKind; readonly size?: number }) {
  const Icon = ICONS[kind];
  return <Icon size={size} strokeWidth={2.4} aria-hidden="true" />;
}
