import { decimals, plural } from '#language/numbers.ts';
import { t } from '#language/t.ts';
import {
  type Look,
  RANGES,
  READING_FONTS,
  type ReadingFont,
  STANDARD_LOOK,
  THEMES,
  type Theme,
} from '#state/reading/look.ts';
import { useReading, useStores } from '#state/react.tsx';
import { Button } from '#ui/button.tsx';
import { CheckField } from '#ui/check-field.tsx';
import { FailureMessage } from '#ui/failure-message.tsx';
import { SelectField } from '#ui/field.tsx';
import { RangeField } from '#ui/range-field.tsx';

const THEME_NAMES: Readonly<Record<Theme, string>> = {
  system: t`As the system has it`,
  light: t`Light`,
  dark: t`Dark`,
  contrast: t`High contrast`,
};

const FONT_NAMES: Readonly<Record<ReadingFont, string>> = {
  serif: t`Serif`,
  sans: t`Sans serif`,
  lexend: t`Lexend, for dyslexic readers`,
};

/** How texts and the app look: for the small panel over a text and for Settings. What is changed is shown at once. */
export function ReadingFields() {
  const { reading } = useStores();
  const look = useReading((state) => state.look);
  const failure = useReading((state) => state.failure);
  const change = (part: Partial<Look>): void => {
    void reading.getState().change(part);
  };
  const isStandard = (Object.keys(STANDARD_LOOK) as (keyof Look)[]).every((key) => look[key] === STANDARD_LOOK[key]);
  return (
    <>
      <FailureMessage text={failure} onDismiss={reading.getState().forgetFailure} />
      <RangeField
        label={t`Text size`}
        {...RANGES.size}
        value={look.size}
        text={t`${look.size} px`}
        onChange={(size) => {
          change({ size });
        }}
      />
      <RangeField
        label={t`Line length`}
        {...RANGES.width}
        value={look.width}
        text={plural(Math.round(look.width * 2.1), 'about # character', 'about # characters')}
        onChange={(width) => {
          change({ width });
        }}
      />
      <RangeField
        label={t`Line spacing`}
        {...RANGES.lines}
        value={look.lines}
        text={decimals(look.lines, 2)}
        onChange={(lines) => {
          change({ lines });
        }}
      />
      <SelectField
        label={t`Font`}
        value={look.font}
        options={READING_FONTS.map((value) => ({ value, text: FONT_NAMES[value] }))}
        onChange={(font) => {
          change({ font });
        }}
      />
      <SelectField
        label={t`Colours`}
        value={look.theme}
        options={THEMES.map((value) => ({ value, text: THEME_NAMES[value] }))}
        onChange={(theme) => {
          change({ theme });
        }}
      />
      <CheckField
        label={t`Print a list of the spans after the article`}
        isChecked={look.printsList}
        onChange={(printsList) => {
          change({ printsList });
        }}
      />
      <CheckField
        label={t`Tell a screen reader where spans start and end`}
        isChecked={look.tellsSpans}
        onChange={(tellsSpans) => {
          change({ tellsSpans });
        }}
      />
      <div>
        <Button
          aria-disabled={isStandard}
          onClick={() => {
            change(STANDARD_LOOK);
          }}
        >{t`Reset`}</Button>
      </div>
    </>
  );
}
