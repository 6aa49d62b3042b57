import type { ComponentProps, ReactNode } from 'react';
import { PopoverButton } from '../kit/PopoverButton';
import { ErrorBoundary } from './ErrorBoundary';
import type { LazyModules } from './lazy-modules';
import { useText } from './store-context';
import { useLazyModule } from './use-lazy';

/** A button that opens a panel of choices, as the page has them: what fails inside, fails in the panel alone. */
export function MenuButton({ children, ...rest }: Omit<ComponentProps<typeof PopoverButton>, 'done'>) {
  const t = useText();
  return (
    <PopoverButton {...rest} done={t('facet.done')}>
      <ErrorBoundary name={rest.name ?? rest.label}>{children}</ErrorBoundary>
    </PopoverButton>
  );
}

/** What an open menu holds, as soon as its code is here. */
export function InMenu({ children }: { readonly children: (module: LazyModules['bar']) => ReactNode }) {
  const module = useLazyModule('bar');
  return module === undefined ? null : children(module);
}
