import { useId, useRef } from 'react';
import { flushSync } from 'react-dom';
import { moveFocus } from '../../kit/focus/focus';
import { Heading } from '../../context/Heading';
import { useText } from '../../context/store-context';
import { titleText } from './mapping-changes';
import { useMappingStep } from './mapping-context';

/** What titles are made of: one column, or several between words of one's own. */
export function TitleField() {
  const t = useText();
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const { choice, change, tools } = useMappingStep();
  const text = titleText(choice.mapping);
  const insert = (column: string) => {
    const at = field.current?.selectionStart ?? text.length;
    const end = field.current?.selectionEnd ?? at;
    const put = `{${column}}`;
    flushSync(() => change(tools.withTitle(choice.mapping, text.slice(0, at) + put + text.slice(end))));
    field.current?.setSelectionRange(at + put.length, at + put.length);
    moveFocus(field.current, 'in place');
  };
  return (
    <section className="dt-map-title" aria-labelledby={`${id}-name`}>
      <Heading level={3} id={`${id}-name`}>
        {t('mapping.titles')}
      </Heading>
      <div className="dt-map-title-field">
        <input
          ref={field}
          className="dt-field"
          value={text}
          aria-label={t('mapping.titles.field')}
          aria-describedby={`${id}-how`}
          autoComplete="off"
          spellCheck={false}
          onChange={({ target }) => change(tools.withTitle(choice.mapping, target.value), 'title')}
        />
        <select
          className="dt-button dt-select"
          aria-label={t('mapping.titles.insert')}
          value=""
          onChange={({ target }) => insert(target.value)}
        >
          <option value="" disabled hidden>
            {t('mapping.titles.insert')}
          </option>
          {choice.survey.columns.map(({ header }) => (
            <option key={header} value={header}>
              {header}
            </option>
          ))}
        </select>
      </div>
      <p id={`${id}-how`} className="dt-map-until">
        {text === '' ? t('mapping.titles.none') : t('mapping.titles.how')}
      </p>
    </section>
  );
}
