import { t } from '#language/t.ts';
import { tNodes } from '#ui/t-nodes.tsx';
import { Message } from '#ui/message.tsx';
import { type HandingOver } from './use-handed-over.ts';

/** Says how far something is that is handed over from elsewhere, and what to do where it does not come. */
export function HandedOver({ state }: { readonly state: HandingOver }) {
  switch (state.kind) {
    case 'nothing':
      return null;
    case 'waiting':
      return <p role="status">{t`Waiting for the page to hand over its text …`}</p>;
    case 'no-page':
      return (
        <Message kind="problem">{t`The page handed nothing over: some sites forbid it. Save the page (Ctrl+S, or ⌘S on a Mac) and drop the file here, or copy the article and paste it.`}</Message>
      );
    case 'address':
      return (
        <Message kind="warning">
          {state.address === '' ? (
            t`Nothing with a text was shared. Copy the article and paste it here.`
          ) : (
            <>{tNodes`Only an address was shared, not the article: ${<bdi>{state.address}</bdi>}. Open it, copy the article and paste it here.`}</>
          )}
        </Message>
      );
  }
}
