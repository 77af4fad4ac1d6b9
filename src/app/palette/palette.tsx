import { plural } from '#language/numbers.ts';
import { t } from '#language/t.ts';
import { InLanguage } from '#ui/in-language.tsx';
import { KeyCaps } from '#ui/key-caps.tsx';
import { Search } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import {
  Autocomplete,
  Collection,
  Dialog,
  Header,
  Input,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  Modal,
  ModalOverlay,
  TextField,
} from 'react-aria-components';
import {
  findEntries,
  type PaletteAct,
  paletteEntries,
  type PaletteEntry,
  type PaletteGroup,
  type PaletteProps,
} from './palette-entries.ts';
import styles from './palette.module.css';

const GROUPS: Readonly<Record<PaletteGroup, string>> = {
  Commands: t`Commands`,
  Labels: t`Labels`,
  Screens: t`Screens`,
  Articles: t`Articles`,
};

/** So many lines of a group are shown; who looks for more types more. */
const MOST = 12;

/** A field that finds commands, labels, screens and articles. The arrows choose, Enter takes, Esc closes. */
export function Palette({ parts, onClose, onChoose }: PaletteProps) {
  const [query, setQuery] = useState('');
  const entries = useMemo(() => paletteEntries(parts), [parts]);
  const groups = useMemo(() => findEntries(entries, query, MOST), [entries, query]);
  const found = groups.reduce((sum, group) => sum + group.entries.length, 0);
  const isTaken = useRef(false);
  const take = (act: PaletteAct): void => {
    isTaken.current = true;
    onChoose(act);
  };
  /** The list marks its first line a moment after it is drawn; Enter that comes before that means this line all the same. */
  const takeFirstUnlessTaken = (): void => {
    const first = groups[0]?.entries[0];
    setTimeout(() => {
      if (first && !isTaken.current) take(first.act);
    });
  };
  return (
    <InLanguage>
      <ModalOverlay
        isOpen
        isDismissable
        className={styles.overlay ?? ''}
        onOpenChange={(open) => {
          if (!open) onClose();
        }}
      >
        <Modal className={styles.modal ?? ''}>
          <Dialog aria-label={t`Commands`} className={styles.dialog ?? ''}>
            <Autocomplete inputValue={query} onInputChange={setQuery}>
              <TextField
                aria-label={t`Find a command, label, screen or article`}
                className={styles.field ?? ''}
                // The palette is opened to type in it.
                // oxlint-disable-next-line jsx-a11y/no-autofocus
                autoFocus
              >
                <Search size={18} aria-hidden="true" />
                <Input
                  // Autocomplete says which list it controls and which line is active.
                  // oxlint-disable-next-line jsx-a11y/role-has-required-aria-props
                  role="combobox"
                  aria-expanded={found > 0}
                  placeholder={t`Find a command, label, screen or article…`}
                  className={styles.input ?? ''}
                  onKeyDown={(event) => {
                    if (event.key === 'Enter' && !event.nativeEvent.isComposing) takeFirstUnlessTaken();
                  }}
                />
              </TextField>
              <ListBox
                aria-label={t`Found`}
                items={groups}
                className={styles.list ?? ''}
                selectionMode="none"
                shouldFocusOnHover
                renderEmptyState={() => <p className={styles.empty}>{t`Nothing matches.`}</p>}
                onAction={(key) => {
                  const chosen = entries.find(({ id }) => id === key);
                  if (chosen) take(chosen.act);
                }}
              >
                {(group) => (
                  <ListBoxSection id={group.group}>
                    <Header className={styles.group ?? ''}>{GROUPS[group.group]}</Header>
                    <Collection items={group.entries}>{(entry) => <Line entry={entry} />}</Collection>
                  </ListBoxSection>
                )}
              </ListBox>
            </Autocomplete>
            <p role="status" className="visually-hidden">
              {query === '' ? '' : plural(found, '# found', '# found')}
            </p>
          </Dialog>
        </Modal>
      </ModalOverlay>
    </InLanguage>
  );
}

function Line({ entry }: { readonly entry: PaletteEntry }) {
  const { id, name, detail, keys } = entry;
  return (
    <ListBoxItem id={id} textValue={name} className={styles.line ?? ''}>
      <span className={styles.name} dir="auto">
        {name}
      </span>
      {detail !== '' && (
        <small className={styles.detail} dir="auto">
          {detail}
        </small>
      )}
      {keys !== '' && (
        <span className={styles.keys}>
          <KeyCaps keys={keys} />
        </span>
      )}
    </ListBoxItem>
  );
}
