import { FieldRow } from './FieldRow';
import type { FieldWas } from './FieldRow';
import { useFieldText } from './use-field-text';
import type { Faults } from './use-edits';

/** A text under its label. */
export function TextRow({
  label,
  value,
  placeholder,
  lines = 1,
  wraps = false,
  dir = 'auto',
  isLive = true,
  was,
  onCommit,
}: {
  readonly label: string;
  readonly value: string;
  readonly placeholder?: string;
  readonly lines?: number;
  /** One line that is shown on as many as it takes. */
  readonly wraps?: boolean;
  readonly dir?: 'auto' | 'ltr';
  /** Becomes an edit while somebody types, not only when the field is left. */
  readonly isLive?: boolean;
  readonly was?: FieldWas | undefined;
  readonly onCommit: (text: string, isRun: boolean) => Faults;
}) {
  const field = useFieldText({ value, isLive, hasLines: lines > 1 && !wraps, onCommit });
  const shared = {
    className: 'dt-field',
    dir,
    value: field.text,
    placeholder,
    onBlur: field.commit,
    onKeyDown: field.onKeyDown,
  };
  return (
    <FieldRow label={label} faults={field.faults} was={was}>
      {(ties) =>
        lines > 1 ? (
          <textarea {...ties} {...shared} rows={lines} onChange={({ target }) => field.type(target.value)} />
        ) : (
          <input {...ties} {...shared} type="text" onChange={({ target }) => field.type(target.value)} />
        )
      }
    </FieldRow>
  );
}
