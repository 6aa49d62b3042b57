import { useId } from 'react';
import type { ReactNode } from 'react';
import { useText } from '../context/store-context';
import type { Faults } from './use-edits';

/** What ties a control to its label, what is wrong with it and what was understood of it. */
export interface ControlTies {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
}

/** How a field was before, and how it becomes so again. */
export interface FieldWas {
  /** In words; empty for nothing. */
  readonly words: string;
  readonly revert: () => void;
}

const NONE: Faults = [];

/** A field under its label; beneath stand what was understood, what is wrong, and what it was before. */
export function FieldRow({
  label,
  faults = NONE,
  hint,
  was,
  isGroup = false,
  children,
}: {
  readonly label: string;
  readonly faults?: Faults;
  readonly hint?: ReactNode;
  readonly was?: FieldWas | undefined;
  /** Several controls, each with a name of its own. */
  readonly isGroup?: boolean;
  readonly children: (ties: ControlTies) => ReactNode;
}) {
  const id = useId();
  const hasHint = hint !== undefined && hint !== null;
  const ties: ControlTies = {
    id,
    'aria-describedby': faults.length > 0 ? `${id}-fault` : hasHint ? `${id}-hint` : undefined,
    'aria-invalid': faults.length > 0 || undefined,
  };
  const below = (
    <>
      {hasHint ? (
        <div id={`${id}-hint`} className="dt-edit-hint">
          {hint}
        </div>
      ) : null}
      {faults.length > 0 ? (
        <div id={`${id}-fault`} className="dt-edit-fault">
          {faults.map((fault) => (
            <p key={fault}>{fault}</p>
          ))}
        </div>
      ) : null}
      {was === undefined ? null : <Was label={label} was={was} />}
    </>
  );
  return isGroup ? (
    // A fieldset's legend stands on no grid.
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
    <div className="dt-edit-row" role="group" aria-labelledby={`${id}-label`}>
      <span className="dt-edit-label" id={`${id}-label`}>
        {label}
      </span>
      <div className="dt-edit-control">
        {children(ties)}
        {below}
      </div>
    </div>
  ) : (
    <div className="dt-edit-row">
      <label className="dt-edit-label" htmlFor={id}>
        {label}
      </label>
      <div className="dt-edit-control">
        {children(ties)}
        {below}
      </div>
    </div>
  );
}

/** How a field was before, and the button that makes it so again. */
export function Was({ label, was }: { readonly label: string; readonly was: FieldWas }) {
  const t = useText();
  return (
    <p className="dt-edit-was">
      <span className="dt-edit-dot" aria-hidden="true" />
      {was.words === '' ? t('edit.wasNothing') : t('edit.was', { was: was.words })}{' '}
      <button type="button" className="dt-link" aria-label={t('edit.revert.of', { field: label })} onClick={was.revert}>
        {t('edit.revert')}
      </button>
    </p>
  );
}
