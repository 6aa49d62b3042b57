import { useRef } from 'react';
import type { Rejection } from '../../../model/rejection';
import { saveFile } from '../../kit/save-file';
import { Heading } from '../../context/Heading';
import { useText, useTimeline } from '../../context/store-context';
import { useMappingStep } from './mapping-context';
import { tableInWords } from './table-prose';

interface MappingHeadProps {
  readonly id: string;
  readonly isPhone: boolean;
  readonly onCancel: () => void;
  readonly onOpen: () => void;
  /** What was done with the mapping's file, and how many changes that was. */
  readonly onTold: (text: string, changes: 0 | 1, faults?: readonly Rejection[]) => void;
}

/** What is being opened, what would come of it, and how one leaves. */
export function MappingHead({ id, isPhone, onCancel, onOpen, onTold }: MappingHeadProps) {
  const t = useText();
  const { choice, findings } = useMappingStep();
  const title = useTimeline((state) => state.dataset?.title);
  const name = choice.survey.source.name;
  return (
    <header className="dt-map-header">
      <div className="dt-map-heading">
        <Heading level={2} id={id} tabIndex={-1}>
          {t('mapping.title', { name })}
        </Heading>
        <p>
          {tableInWords(findings, t)}
          {title === undefined || isPhone ? null : <> {t('mapping.stays', { title })}</>}
        </p>
      </div>
      <div className="dt-map-acts">
        <UndoRedo />
        {isPhone ? (
          <button
            type="button"
            className="dt-button dt-button--square dt-map-close"
            aria-label={t('mapping.cancel')}
            onClick={onCancel}
          >
            <span aria-hidden="true">×</span>
          </button>
        ) : (
          <>
            <MappingFile onTold={onTold} />
            <button type="button" className="dt-button" onClick={onCancel}>
              {t('mapping.cancel')}
            </button>
            <OpenButton onOpen={onOpen} />
          </>
        )}
      </div>
    </header>
  );
}

/** What everything leads to: how many events would be opened. */
export function OpenButton({ onOpen }: { readonly onOpen: () => void }) {
  const t = useText();
  const { findings, isWhole } = useMappingStep();
  return (
    <button
      type="button"
      className="dt-button dt-button--main"
      aria-keyshortcuts="Control+Enter Meta+Enter"
      onClick={onOpen}
    >
      {isWhole ? t('mapping.openEvents', { n: findings.events }) : t('mapping.openAll')}
    </button>
  );
}

function UndoRedo() {
  const t = useText();
  const { canUndo, canRedo, undo, redo } = useMappingStep();
  return (
    <span className="dt-map-steps">
      <StepButton name={t('mapping.undo')} sign="↶" can={canUndo} onClick={undo} />
      <StepButton name={t('mapping.redo')} sign="↷" can={canRedo} onClick={redo} />
    </span>
  );
}

/** Not `disabled`: the focus stays on it when there is nothing more to take back. */
function StepButton({
  name,
  sign,
  can,
  onClick,
}: {
  readonly name: string;
  readonly sign: string;
  readonly can: boolean;
  readonly onClick: () => void;
}) {
  return (
    <button
      type="button"
      className="dt-button dt-button--square"
      aria-label={name}
      title={name}
      aria-disabled={!can}
      onClick={onClick}
    >
      <span aria-hidden="true">{sign}</span>
    </button>
  );
}

/** The mapping as a file: the one that the command line takes. */
export function MappingFile({ onTold }: Pick<MappingHeadProps, 'onTold'>) {
  const t = useText();
  const input = useRef<HTMLInputElement>(null);
  const { choice, tools, fromFile } = useMappingStep();
  const { mapping, survey } = choice;
  const save = () => {
    const name = `${survey.source.name.replace(/\.[^.]*$/, '')}.mapping.json`;
    saveFile(new File([tools.mappingText(mapping)], name, { type: 'application/json' }));
    onTold(t('mapping.saved', { name }), 0);
  };
  const read = async (file: File | undefined) => {
    if (file === undefined) return;
    const { ok, rejections } = fromFile(await file.text());
    onTold(t(ok ? 'mapping.used' : 'mapping.notUsed', { name: file.name }), ok ? 1 : 0, rejections);
  };
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        accept=".json,application/json"
        onChange={({ target }) => {
          void read(target.files?.[0]);
          // The same file again is a change, too.
          target.value = '';
        }}
      />
      <button type="button" className="dt-button" onClick={() => input.current?.click()}>
        {t('mapping.use')}
      </button>
      <button type="button" className="dt-button" onClick={save}>
        {t('mapping.save')}
      </button>
    </>
  );
}

/** Where it began otherwise than with a guess, and the way back to one. */
export function OriginLine() {
  const t = useText();
  const { choice, startAfresh } = useMappingStep();
  if (choice.origin === 'guessed') return null;
  return (
    <p className="dt-map-origin">
      {t(`mapping.origin.${choice.origin}`)}{' '}
      <button type="button" className="dt-link" onClick={startAfresh}>
        {t('mapping.startAfresh')}
      </button>
    </p>
  );
}
