import { useId, useRef } from 'react';
import type { ReactNode } from 'react';
import type { TableQuestion } from '../../../formats/table/findings';
import { useRoving } from '../../kit/focus/use-roving';

export interface Answer {
  readonly key: string;
  /** What it would give. */
  readonly result: string;
  /** What speaks for it. */
  readonly reason: string;
  readonly isChosen: boolean;
  readonly choose: () => void;
}

interface QuestionProps {
  readonly about: TableQuestion['about'];
  readonly asks: string;
  /** Why it is asked. */
  readonly because: string;
  readonly answers: readonly Answer[];
  /** What holds until somebody answers. */
  readonly until: string;
  readonly children?: ReactNode;
}

/**
 * Something that only a person can know: each answer shows what it gives and what speaks for it, none is chosen
 * beforehand, and the chosen one can be changed. Arrow keys go from answer to answer.
 */
export function Question({ about, asks, because, answers, until, children }: QuestionProps) {
  const id = useId();
  const group = useRef<HTMLFieldSetElement>(null);
  const roving = useRoving(group);
  const isOpen = answers.every(({ isChosen }) => !isChosen);
  return (
    <div className={`dt-map-question${isOpen ? ' dt-map-question--open' : ''}`} data-settles={about}>
      <p id={`${id}-asks`} className="dt-map-asks">
        <strong>{asks}</strong> {because}
      </p>
      <fieldset
        ref={group}
        className="dt-plain-fieldset dt-map-answers"
        aria-labelledby={`${id}-asks`}
        {...(until === '' ? {} : { 'aria-describedby': `${id}-until` })}
        {...roving}
      >
        {answers.map(({ key, result, reason, isChosen, choose }) => (
          <button key={key} type="button" className="dt-map-answer" aria-pressed={isChosen} onClick={choose}>
            <span className="dt-map-result">{result}</span>
            <span className="dt-map-reason">{reason}</span>
          </button>
        ))}
      </fieldset>
      {until === '' ? null : (
        <p id={`${id}-until`} className="dt-map-until">
          {until}
        </p>
      )}
      {children}
    </div>
  );
}
