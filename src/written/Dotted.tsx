import { Fragment } from 'react';
import type { ReactNode } from 'react';

/** Parts in one line with dots between them, which are for the eye alone: read aloud they would be words. */
export function Dotted({ parts }: { readonly parts: readonly ReactNode[] }): ReactNode {
  return parts.map((part, index) => (
    // The parts of a line stay where they are.
    // oxlint-disable-next-line react/no-array-index-key
    <Fragment key={index}>
      {index === 0 ? null : (
        <>
          {' '}
          <span aria-hidden="true">·</span>{' '}
        </>
      )}
      {part}
    </Fragment>
  ));
}
