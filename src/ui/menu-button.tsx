import { t } from '#language/t.ts';
import { Check, ChevronDown, Folder } from 'lucide-react';
import {
  Button as AriaButton,
  Menu as AriaMenu,
  MenuItem,
  MenuSection,
  MenuTrigger,
  Popover,
  Separator,
} from 'react-aria-components';
import { InLanguage } from './in-language.tsx';
import styles from './menu-button.module.css';

/** One line of a menu; `id` is unique in it. */
export interface MenuChoice {
  readonly id: string;
  readonly text: string;
}

export interface MenuButtonProps {
  /** What the menu is about, for those who do not see where it is. */
  readonly label: string;
  /** The one that is in force now, from a list of which one always is; its text is the menu's button. */
  readonly chosen: string;
  readonly choices: readonly MenuChoice[];
  /** Things to do, below the choices. */
  readonly actions: readonly MenuChoice[];
  readonly isDisabled?: boolean;
  readonly onChoose: (id: string) => void;
}

/** What ui/menu.tsx shows. */
export function MenuButton({ label, chosen, choices, actions, isDisabled = false, onChoose }: MenuButtonProps) {
  const text = choices.find(({ id }) => id === chosen)?.text ?? '';
  return (
    <InLanguage>
      <MenuTrigger>
        <AriaButton className={styles.trigger ?? ''} aria-label={t`${label}: ${text}`}>
          <Folder className={styles.icon} size={16} aria-hidden="true" />
          <span className={styles.text} title={text} dir="auto">
            {text}
          </span>
          <ChevronDown size={14} aria-hidden="true" />
        </AriaButton>
        <Popover className={styles.popover ?? ''} placement="bottom start" offset={6}>
          <AriaMenu
            className={styles.menu ?? ''}
            aria-label={label}
            disabledKeys={isDisabled ? [...choices, ...actions].map(({ id }) => id) : []}
            onAction={(key) => {
              onChoose(String(key));
            }}
          >
            <MenuSection aria-label={label} selectionMode="single" disallowEmptySelection selectedKeys={[chosen]}>
              {choices.map((choice) => (
                <Line key={choice.id} choice={choice} />
              ))}
            </MenuSection>
            <Separator className={styles.line ?? ''} />
            <MenuSection aria-label={t`More`}>
              {actions.map((choice) => (
                <Line key={choice.id} choice={choice} />
              ))}
            </MenuSection>
          </AriaMenu>
        </Popover>
      </MenuTrigger>
    </InLanguage>
  );
}

function Line({ choice: { id, text } }: { readonly choice: MenuChoice }) {
  return (
    <MenuItem id={id} textValue={text} className={styles.item ?? ''}>
      {({ isSelected }) => (
        <>
          <span className={styles.mark}>{isSelected && <Check size={15} aria-hidden="true" />}</span>
          <span className={styles.text} title={text} dir="auto">
            {text}
          </span>
        </>
      )}
    </MenuItem>
  );
}
