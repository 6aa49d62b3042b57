import { createContext, useContext } from 'react';
import { invariant } from '../../../base/invariant';
import type { Mapping } from './use-mapping';

const MappingContext = createContext<Mapping | undefined>(undefined);

export const MappingProvider = MappingContext;

/** The mapping step that a component stands in. */
export function useMappingStep(): Mapping {
  const mapping = useContext(MappingContext);
  invariant(mapping, 'a component stands outside MappingProvider');
  return mapping;
}
