import { t } from '#language/t.ts';
import { useStores } from '#state/react.tsx';
import { Button } from '#ui/button.tsx';
import { type Ref } from 'react';

interface ImportButtonsProps {
  /** The one that is meant. */
  readonly first: Ref<HTMLButtonElement>;
  readonly isOff: boolean;
  /** What the files hold may be a project of its own. */
  readonly mayStayApart: boolean;
  /** And it had better be one. */
  readonly isApart: boolean;
}

/** Into the current project, or as a project of its own: the better of the two first. */
export function ImportButtons({ first, isOff, mayStayApart, isApart }: ImportButtonsProps) {
  const { transfer, projects } = useStores();
  const into = (
    <Button
      key="into"
      ref={isApart ? undefined : first}
      look={isApart ? 'plain' : 'primary'}
      disabled={isOff}
      onClick={() => void transfer.getState().write()}
    >
      {isApart ? t`Import into this project instead` : t`Import`}
    </Button>
  );
  const apart = mayStayApart && (
    <Button
      key="apart"
      ref={isApart ? first : undefined}
      look={isApart ? 'primary' : 'plain'}
      disabled={isOff}
      onClick={() => void projects.getState().importAsNew()}
    >
      {isApart ? t`Import as a new project` : t`Import into a new project instead`}
    </Button>
  );
  return isApart ? [apart, into] : [into, apart];
}

/** What becomes of the files in a new project of this name, as a sentence. */
export function apartInWords(name: string, isApart: boolean): string {
  return isApart
    ? t`In a new project, “${name}”, the articles of the file are by themselves; here they would be among all others.`
    : t`Labels of the file that it does not have yet are added to its label set; in a new project, “${name}”, they stay apart.`;
}
