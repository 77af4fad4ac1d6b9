import { t } from '#language/t.ts';
import { tNodes } from '#ui/t-nodes.tsx';
import { ADDRESSES } from '#state/addresses.ts';

/** Where everything is kept, and how it gets elsewhere. */
export function HelpData() {
  return (
    <>
      <p>{t`Everything is in this browser on this device, and nowhere else: articles, spans, notes, decisions. Nothing is sent anywhere. The app itself is kept as well, so that it starts without a network after your first visit; a new version is told, and comes when you say so.`}</p>
      <ul>
        <li>
          {tNodes`${<b>{t`It can be lost`}</b>} with the browser’s data: by clearing the site’s data, by closing a private window, by losing the device. ${<a href={ADDRESSES.settings}>{t`Settings`}</a>} says what the browser has promised, and asks it to keep the data.`}
        </li>
        <li>
          {tNodes`${<b>{t`A second copy`}</b>} lies beside the database and helps where the database is damaged, but not where the browser clears both. A backup folder, or “Download everything” now and then, is the copy that survives. Both are in Settings; the header says how old the last one is.`}
        </li>
        <li>
          {tNodes`${<b>{t`To another browser or device:`}</b>} ${<a href={ADDRESSES.export}>{t`Export`}</a>} a Spanmark bundle there and open it by ${<a href={ADDRESSES.import}>{t`Import`}</a>} here. Reading what was written gives the same project.`}
        </li>
        <li>
          {tNodes`${<b>{t`To another program:`}</b>} Export writes some twenty formats, and Import reads as many.`}
        </li>
        <li>
          {tNodes`${<b>{t`What you removed`}</b>} is in the ${<a href={ADDRESSES.trash}>{t`trash`}</a>} for 30 days.`}
        </li>
        <li>
          {tNodes`${<b>{t`As an app of its own:`}</b>} your browser’s menu offers to install it, or to put it on the home screen.`}
        </li>
      </ul>
    </>
  );
}

export function HelpLimits() {
  return (
    <ul>
      <li>{t`Two people cannot work on the same layer at the same time: there is no server that would join their work.`}</li>
      <li>{t`Nothing is synchronised between devices; files are.`}</li>
      <li>{t`It marks text only: no pictures, no sound, no tables as such.`}</li>
      <li>{t`It suggests names, sentences, quotations and speakers by rules, and it learns nothing from other texts.`}</li>
      <li>{t`Likely speakers are found by words of saying in English, German, French, Spanish and Arabic; elsewhere by distance.`}</li>
      <li>{t`A review is one person’s at a time.`}</li>
      <li>{t`A bundle of more than 64 MiB is not read at once; export in parts.`}</li>
    </ul>
  );
}
