import { t } from '#language/t.ts';
import { Message } from '#ui/message.tsx';
import { Page } from '#ui/page.tsx';

interface UnopenedArticleProps {
  /** What went wrong, or empty where there is no such article. */
  readonly failure: string;
  readonly libraryAddress: string;
}

/** In place of an article that cannot be opened: why, and the way to the others. */
export function UnopenedArticle({ failure, libraryAddress }: UnopenedArticleProps) {
  return (
    <Page title={t`This article cannot be opened`}>
      <Message kind="problem">
        {failure === '' ? t`There is no article at this address. It may be in another browser.` : failure}
        <a href={libraryAddress}>{t`Open the library`}</a>
      </Message>
    </Page>
  );
}
