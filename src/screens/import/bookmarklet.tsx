import { t } from '#language/t.ts';
import { bookmarkletFor } from '#state/handed-over.ts';
import { Bookmark } from 'lucide-react';
import { type MouseEvent, useId, useState } from 'react';
import styles from './bookmarklet.module.css';

/** A bookmark that hands the page it is used on to this app: to be dragged to the bookmarks, or copied into one. */
export function Bookmarklet() {
  const [wasClicked, setWasClicked] = useState(false);
  const [code] = useState(() => bookmarkletFor(location.href));
  const id = useId();
  const explain = (event: MouseEvent): void => {
    event.preventDefault();
    setWasClicked(true);
  };
  return (
    <details className={styles.more}>
      <summary>{t`From a web page, with one click`}</summary>
      <p>{t`Drag this button to the bookmarks bar of your browser. On the page of an article, click the bookmark: Spanmark opens with the text of the page, and nothing is kept before you import it. No server sees it.`}</p>
      <p>
        {/* It has an address, which is set below, and so the keyboard’s Enter is a click. */}
        {/* oxlint-disable-next-line jsx-a11y/anchor-is-valid, jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions */}
        <a
          className={styles.bookmark}
          // React writes no address of this kind, and rightly so: this one is never followed here, only dragged away.
          ref={(link) => link?.setAttribute('href', code)}
          draggable
          onClick={explain}
        >
          <Bookmark size={16} aria-hidden="true" />
          {t`To Spanmark`}
        </a>
      </p>
      <p role="status">{wasClicked && t`This is for your bookmarks: drag it there, or copy its address below.`}</p>
      <div className={styles.code}>
        <label htmlFor={id}>{t`Or make a bookmark with this address`}</label>
        <textarea
          id={id}
          rows={3}
          readOnly
          spellCheck={false}
          value={code}
          onFocus={({ target }) => {
            target.select();
          }}
        />
      </div>
      <p
        className={styles.limits}
      >{t`Some sites forbid bookmarks that do something (their Content-Security-Policy blocks “javascript:” addresses), or cut the tie between the two windows. Where nothing happens, save the page and drop the file here.`}</p>
    </details>
  );
}
