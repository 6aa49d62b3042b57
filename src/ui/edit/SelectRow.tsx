import { useState } from 'react';
import { FieldRow } from './FieldRow';
import type { FieldWas } from './FieldRow';
import type { Faults } from './use-edits';

export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** One of some choices under its label. */
export function SelectRow({
  label,
  value,
  choices,
  was,
  onChoose,
}: {
  readonly label: string;
  readonly value: string;
  readonly choices: readonly Choice[];
  readonly was?: FieldWas | undefined;
  readonly onChoose: (value: string) => Faults;
}) {
  const [faults, setFaults] = useState<Faults>([]);
  return (
    <FieldRow label={label} faults={faults} was={was}>
      {(ties) => (
        <select
          {...ties}
          className="dt-button dt-select"
          value={value}
          onChange={({ target }) => setFaults(onChoose(target.value))}
        >
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
      )}
    </FieldRow>
  );
}
