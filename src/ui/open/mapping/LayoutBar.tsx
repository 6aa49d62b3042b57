import { useId, useState } from 'react';
import type { ReactNode } from 'react';
import type { RecordChoice } from '../../../formats/record-source';
import type { TableLayout } from '../../../formats/table/table-mapping';
import type { TableSurvey } from '../../../formats/table/table-plan';
import type { MessageKey, Translate } from '../../../base/translate';
import { useText } from '../../context/store-context';
import { useMappingStep } from './mapping-context';
import { countOpen } from './open-points';
import { Words } from './Words';

/** A header is looked for no further down. */
const HEADER_ROWS = 20;

/** How the table is laid out, where it could be read otherwise; and, `isCounted`, how much is to be settled. */
export function LayoutBar({ isCounted }: { readonly isCounted: boolean }) {
  const t = useText();
  const { choice, relayout, points } = useMappingStep();
  const { survey } = choice;
  const { layout } = survey;
  const open = countOpen(points);
  return (
    <div className="dt-map-layout">
      {survey.source.headers === undefined ? (
        <LayoutSelect
          label={t('mapping.headsIn')}
          value={String(layout.header ?? 1)}
          options={headerOptions(t)}
          onChoose={(value) => relayout({ ...layout, header: headerOf(value) })}
        />
      ) : null}
      <ChoiceSelect about="delimiter" survey={survey} nameOf={delimiterInWords} />
      <ChoiceSelect about="sheet" survey={survey} nameOf={(value) => value} />
      <Letters survey={survey} />
      {isCounted ? <span className="dt-map-open">{openInWords(open, t)}</span> : null}
    </div>
  );
}

/** "1 question, 2 suggestions"; "Nothing to settle". */
export function openInWords(
  { questions, suggestions }: { readonly questions: number; readonly suggestions: number },
  t: Translate,
): string {
  if (questions + suggestions === 0) return t('mapping.open.none');
  const asked = t('mapping.open.questions', { n: questions });
  const suggested = t('mapping.open.suggestions', { n: suggestions });
  if (suggestions === 0) return asked;
  return questions === 0 ? suggested : t('mapping.open.both', { questions: asked, suggestions: suggested });
}

function headerOptions(t: Translate): readonly LayoutOption[] {
  return [
    ...Array.from({ length: HEADER_ROWS }, (_, index) => ({
      value: String(index + 1),
      label: t('mapping.headsIn.row', { n: index + 1 }),
    })),
    { value: 'none', label: t('mapping.headsIn.none') },
    { value: 'side', label: t('mapping.headsIn.side') },
  ];
}

function headerOf(value: string): NonNullable<TableLayout['header']> {
  return value === 'none' || value === 'side' ? value : Number(value);
}

const DELIMITERS: ReadonlyMap<string, MessageKey> = new Map([
  [',', 'mapping.delimiter.comma'],
  [';', 'mapping.delimiter.semicolon'],
  ['\t', 'mapping.delimiter.tab'],
  ['|', 'mapping.delimiter.bar'],
]);

function delimiterInWords(delimiter: string, t: Translate): string {
  const key = DELIMITERS.get(delimiter);
  return key === undefined ? delimiter : t(key);
}

interface LayoutOption {
  readonly value: string;
  readonly label: string;
}

function LayoutSelect({
  label,
  value,
  options,
  onChoose,
}: {
  readonly label: string;
  readonly value: string;
  readonly options: readonly LayoutOption[];
  readonly onChoose: (value: string) => void;
}) {
  return (
    <label className="dt-map-layout-choice">
      <span>{label}</span>
      <select className="dt-button dt-select" value={value} onChange={({ target }) => onChoose(target.value)}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  );
}

function choiceAbout({ source }: TableSurvey, about: RecordChoice['about']): RecordChoice | undefined {
  const choice = source.choices.find((each) => each.about === about);
  return choice === undefined || choice.options.length < 2 ? undefined : choice;
}

function ChoiceSelect({
  about,
  survey,
  nameOf,
}: {
  readonly about: 'delimiter' | 'sheet';
  readonly survey: TableSurvey;
  readonly nameOf: (value: string, t: Translate) => string;
}) {
  const t = useText();
  const { relayout } = useMappingStep();
  const choice = choiceAbout(survey, about);
  if (choice === undefined) return null;
  return (
    <LayoutSelect
      label={t(`mapping.layout.${about}`)}
      value={choice.chosen}
      options={choice.options.map(({ value }) => ({ value, label: nameOf(value, t) }))}
      onChoose={(value) => relayout(about === 'sheet' ? { sheet: value } : { ...survey.layout, [about]: value })}
    />
  );
}

/** Which letters the bytes stand for: each encoding with a line of the file as it would read. */
function Letters({ survey }: { readonly survey: TableSurvey }): ReactNode {
  const t = useText();
  const id = useId();
  const { relayout } = useMappingStep();
  const [isOpen, setIsOpen] = useState(false);
  const choice = choiceAbout(survey, 'encoding');
  if (choice === undefined) return null;
  return (
    <>
      <span className="dt-map-layout-choice">
        <span id={`${id}-label`}>{t('mapping.layout.encoding')}</span>
        <button
          id={`${id}-button`}
          type="button"
          className="dt-button dt-select"
          aria-labelledby={`${id}-label ${id}-button`}
          aria-expanded={isOpen}
          aria-controls={`${id}-options`}
          onClick={() => setIsOpen(!isOpen)}
        >
          {encodingInWords(choice.chosen)}
        </button>
      </span>
      <fieldset id={`${id}-options`} className="dt-plain-fieldset dt-map-letters" hidden={!isOpen}>
        <legend className="dt-visually-hidden">{t('mapping.layout.encoding')}</legend>
        {choice.options.map(({ value, sample }) => (
          <label key={value}>
            <input
              type="radio"
              name={`${id}-encoding`}
              checked={value === choice.chosen}
              onChange={() => relayout({ ...survey.layout, encoding: value })}
            />
            <span className="dt-map-encoding">{encodingInWords(value)}</span> <Words>{sample}</Words>
          </label>
        ))}
      </fieldset>
    </>
  );
}

/** Labels of the Encoding standard are small letters; people write some of them otherwise. */
function encodingInWords(label: string): string {
  return label.replace(/^(?:utf|iso)-/, (name) => name.toUpperCase());
}
