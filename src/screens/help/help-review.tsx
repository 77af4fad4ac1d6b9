import { t } from '#language/t.ts';
import { tNodes } from '#ui/t-nodes.tsx';
import { ADDRESSES } from '#state/addresses.ts';

/** How work goes from one to another, and how a review goes. */
export function HelpReview() {
  return (
    <>
      <p>{t`Work travels as files, since there is no server.`}</p>
      <ol>
        <li>
          {tNodes`${<b>{t`Hand out.`}</b>} ${<a href={ADDRESSES.share}>{t`Share`}</a>} makes a file for each annotator, with the articles that are theirs. Each imports it and annotates; nobody sees the others’ layers.`}
        </li>
        <li>
          {tNodes`${<b>{t`Collect.`}</b>} Everybody marks the articles as done and sends them to the reviewer, who imports all files at once. Layers lie beside one another; nothing is overwritten.`}
        </li>
        <li>
          {tNodes`${<b>{t`Compare.`}</b>} ${<a href={ADDRESSES.agreement}>{t`Agreement`}</a>} says how alike people work before anything is reviewed: which labels are mixed up, whose boundaries differ. Every number leads to the spans behind it.`}
        </li>
        <li>
          {tNodes`${<b>{t`Review.`}</b>} ${<a href={ADDRESSES.review}>{t`Review`}</a>} goes through the groups of competing spans, one card each. The line that most people back is taken with one key, another by its number, or the group is left out or put off. What everybody agrees on can be accepted at once. Names are hidden until you ask for them.`}
        </li>
        <li>
          {tNodes`${<b>{t`Give back.`}</b>} Share makes a file for each annotator with what became of their spans and why; ${<a href={ADDRESSES.feedback}>{t`Feedback`}</a>} shows it.`}
        </li>
        <li>
          {tNodes`${<b>{t`Use it.`}</b>} ${<a href={ADDRESSES.export}>{t`Export`}</a>} writes gold or everybody’s layers in the formats of other tools, and says before what each of them cannot carry.`}
        </li>
      </ol>
      <p>{t`Decisions are kept one by one and can be taken back. Where somebody changes a span afterwards, its group comes up again, and gold stays as it is until you decide anew.`}</p>
    </>
  );
}
