import { tNodes } from '#ui/t-nodes.tsx';
import { type PreparedFile } from '#state/transfer-store.ts';
import { plural } from '#language/numbers.ts';
import { Fragment, type ReactNode } from 'react';
import { CommaList } from './comma-list.tsx';

type LayersTwice = PreparedFile['twice'][number];

/** So many annotators are named. */
const MOST_NAMES = 5;

/** Which layers of a file another file that was chosen with it has as well, and which of both will be here, in words. */
export function TwiceList({ twice }: { readonly twice: PreparedFile['twice'] }) {
  return twice.map((each) => (
    <Fragment key={`${each.fileName} ${each.isTaken} ${each.isOfOneTime}`}>
      <br />
      {whichCounts(each)}
    </Fragment>
  ));
}

function Names({ names }: { readonly names: readonly string[] }) {
  const others = names.length - MOST_NAMES;
  const first = (
    <CommaList
      items={names.slice(0, MOST_NAMES).map((name) => (
        <bdi key={name}>{name}</bdi>
      ))}
    />
  );
  return others > 0 ? tNodes`${first} and ${others} more` : first;
}

function whichCounts({ annotators, layers: count, fileName, isTaken, isOfOneTime }: LayersTwice): ReactNode {
  const names = <Names names={annotators} />;
  const layers = plural(count, 'layer');
  const file = <bdi>{fileName}</bdi>;
  if (isOfOneTime) {
    return isTaken
      ? tNodes`${names}: ${layers} also in “${file}”, of the same time: what this file has is taken, since it comes first.`
      : tNodes`${names}: ${layers} also in “${file}”, of the same time: what that file has is taken, since it comes first.`;
  }
  return isTaken
    ? tNodes`${names}: ${layers} also in “${file}”, older there: what this file has is taken.`
    : tNodes`${names}: ${layers} also in “${file}”, newer there: what that file has is taken.`;
}
