import { t } from '#language/t.ts';
import { tNodes } from '#ui/t-nodes.tsx';
import { ADDRESSES } from '#state/addresses.ts';
import { nameOf } from '#state/session-store.ts';
import { type Permission } from '#state/annotate/annotate-state.ts';
import { useAnnotate, useSession, useStores } from '#state/react.tsx';
import { Button, LinkButton } from '#ui/button.tsx';
import { Message } from '#ui/message.tsx';
import { useEffect, useRef } from 'react';
import styles from './permission-message.module.css';

/** Says why the layer cannot be changed now, and what to do. */
export function PermissionMessage() {
  const permission = useAnnotate((state) => state.permission);
  const saving = useAnnotate((state) => state.saving);
  const owner = useAnnotate((state) => state.layer.annotatorId);
  const annotators = useSession((state) => state.annotators);
  const { annotate } = useStores();
  const damage = useAnnotate((state) => state.damage);
  useTellingOfReturn(permission);
  return (
    <div className={permission === 'write' && !damage ? undefined : styles.place}>
      {damage && <DamageMessage {...damage} />}
      {/* It is there before its message is, which is read out when another tab or the trash takes the layer. */}
      <div role="status">
        {permission === 'other-annotator' && (
          <Message kind="note">
            <span>{tNodes`These are the annotations of ${(
              <span className={styles.name} title={nameOf(annotators, owner)}>
                {nameOf(annotators, owner)}
              </span>
            )}: you can read them, not change them.`}</span>
          </Message>
        )}
        {permission === 'other-tab' && (
          <Message kind="warning">{t`This article is being annotated in another tab. Close it there, and you can go on here at once.`}</Message>
        )}
        {permission === 'in-trash' && <InTrashMessage />}
      </div>
      {permission === 'not-saved' && saving.kind === 'failed' && (
        <Message kind="problem">
          <span>{t`The last change is not saved. ${saving.message}`}</span>
          <Button
            onClick={() => {
              annotate.getState().retrySaving();
            }}
          >{t`Try again`}</Button>
          <DownloadButton />
        </Message>
      )}
    </div>
  );
}

/** The message about another tab goes away by itself: that the layer can be changed again is said. */
function useTellingOfReturn(permission: Permission): void {
  const { annotate } = useStores();
  const before = useRef(permission);
  useEffect(() => {
    if (before.current === 'other-tab' && permission === 'write') {
      annotate.getState().say(t`You can annotate here now.`, true);
    }
    before.current = permission;
  }, [annotate, permission]);
}

/** The layer is only what is left of one: nothing is written over the rest, which a copy elsewhere may still have. */
function DamageMessage({ soundUpTo, last }: { readonly soundUpTo: number; readonly last: number }) {
  return (
    <Message kind="problem">
      <span>
        {last > soundUpTo
          ? t`What the browser stored of this layer is damaged after its edit ${soundUpTo} of ${last}. It is shown as it was then, and nothing is written over it: you can read it, not change it. A copy may hold all of it.`
          : t`What the browser stored about this layer is damaged. Its edits are all here, and nothing is written over it: you can read it, not change it. A copy may hold all of it.`}
      </span>
      <LinkButton href={ADDRESSES.rescue}>{t`See what the copies hold`}</LinkButton>
      <DownloadButton />
    </Message>
  );
}

function InTrashMessage() {
  const { annotate, later } = useStores();
  const putBack = async (): Promise<void> => {
    const { article, layer } = annotate.getState();
    const { trash } = await later.load();
    await trash.getState().putLayerBack(article.id, layer.annotatorId);
  };
  return (
    <Message kind="warning">
      <span>{t`This layer is in the trash: you can read it, and put it back to change it.`}</span>
      <Button onClick={() => void putBack()}>{t`Put back`}</Button>
    </Message>
  );
}

function DownloadButton() {
  const { annotate } = useStores();
  return (
    <Button
      onClick={() => {
        void annotate.getState().downloadFromMemory();
      }}
    >{t`Download this article with its spans`}</Button>
  );
}
