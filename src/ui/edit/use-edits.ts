import { useMemo } from 'react';
import type { Desk } from '../context/desk';
import { useText } from '../context/store-context';
import type { EditAbout, ListName } from '../../model/edit/edit';
import type { WholeDataset } from '../../model/dataset';
import type { Rejection } from '../../model/rejection';
import type { Translate } from '../../base/translate';

/** What breaks a rule, in words; none where the edit was made. */
export type Faults = readonly string[];

/** How the parts of the form make edits. */
export interface Edits {
  readonly make: (
    about: EditAbout,
    change: (dataset: WholeDataset) => WholeDataset,
    options?: { readonly isRun?: boolean },
  ) => Faults;
  /** The same of one field of a record. */
  readonly set: (
    list: ListName,
    id: string,
    field: string,
    change: (dataset: WholeDataset) => WholeDataset,
    options?: { readonly isRun?: boolean },
  ) => Faults;
}

export function useEdits(desk: Desk): Edits {
  const t = useText();
  return useMemo(() => {
    const make: Edits['make'] = (about, change, options) => inWords(desk.edit(about, change, options), t);
    return {
      make,
      set: (list, id, field, change, options) => make({ did: 'set', list, id, field }, change, options),
    };
  }, [desk, t]);
}

function inWords(faults: readonly Rejection[], t: Translate): Faults {
  return [...new Set(faults.map(({ expected }) => t('edit.fault', { expected })))];
}
