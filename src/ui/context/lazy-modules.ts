import { createContext, useContext } from 'react';
import { invariant } from '../../base/invariant';
import type { LazyCode } from '../../base/lazy-code';

/**
 * The modules of the page that aren't loaded with it, by name. Open to the rooms: each lays what its module holds into
 * this interface (`declare module`, beside the module), and the shell, which alone knows them all, says where they are
 * loaded from (shell/page-modules.ts). So whoever needs one asks for it by name, without importing the room it is from.
 */
// oxlint-disable-next-line typescript/no-empty-interface
export interface LazyModules {}

/** How each is had. */
export type LazyModuleCode = { readonly [Name in keyof LazyModules]: LazyCode<LazyModules[Name]> };

const LazyModulesContext = createContext<LazyModuleCode | undefined>(undefined);

/** Given by the shell, once around everything. */
export const LazyModulesProvider = LazyModulesContext;

export function useLazyModules(): LazyModuleCode {
  const modules = useContext(LazyModulesContext);
  invariant(modules, 'a component stands outside LazyModulesProvider');
  return modules;
}
