import { useRef, useState } from 'react';
import { withLazyCode } from '../../base/lazy-code';
import { dateInWords } from '../../model/dates/date-prose';
import { isDateFault, parseEventDate } from '../../model/dates/parse-event-date';
import type { DateReading } from '../../model/dates/reading/date-reading';
import { useText } from '../context/store-context';
import { TextForm } from './TextForm';
import type { OpenServices } from './open-services';

/** What was understood of a date, each way that it can be read, in words. */
interface Understood {
  readonly text: string;
  readonly reading: DateReading;
  readonly ways: readonly { readonly edtf: string; readonly words: string }[];
}

/** A date to be given: under the field stands what was understood, and of two readings each is a button. */
export function AddDate({
  services,
  label,
  value = '',
  onSet,
  onLeave,
}: {
  readonly services: OpenServices;
  readonly label?: string;
  readonly value?: string;
  readonly onSet: (edtf: string) => void;
  readonly onLeave: () => void;
}) {
  const t = useText();
  const [understood, setUnderstood] = useState<Understood>();
  const latest = useRef('');
  const type = async (text: string): Promise<void> => {
    latest.current = text;
    if (text === '') return setUnderstood(undefined);
    const reading = await services.readDate(text);
    const all =
      reading.alternatives.length > 0
        ? reading.alternatives
        : reading.edtf === undefined
          ? []
          : [{ edtf: reading.edtf }];
    const ways = await withLazyCode(() =>
      all.map(({ edtf }) => {
        const date = parseEventDate(edtf);
        return { edtf, words: isDateFault(date) ? edtf : dateInWords(date, t) };
      }),
    );
    if (latest.current === text) setUnderstood({ text, reading, ways });
  };
  const only = understood?.ways.length === 1 ? understood.ways[0] : undefined;
  const hint =
    understood === undefined ? (
      ''
    ) : understood.ways.length === 0 ? (
      t('open.date.unread')
    ) : only !== undefined ? (
      <>
        {only.words} <code dir="ltr">{only.edtf}</code>
      </>
    ) : (
      <>
        {t('open.date.which')}{' '}
        {understood.ways.map(({ edtf, words }) => (
          <button key={edtf} type="button" className="dt-button" onClick={() => onSet(edtf)}>
            {words}
          </button>
        ))}
      </>
    );
  return (
    <TextForm
      label={label ?? t('open.date.label')}
      value={value}
      hint={hint}
      canSet={(text) => only !== undefined && understood?.text === text}
      onType={(text) => void type(text)}
      onSet={() => (only === undefined ? undefined : onSet(only.edtf))}
      onLeave={onLeave}
    />
  );
}
