import { createRef } from 'react';
import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { PageHeader } from '../../../src/ui/shell/PageHeader';
import { readDefaultDataset, renderOver, storeOf } from '../../support/render-panels';

test('under the title stands the whole first sentence of the description, abbreviations and all', () => {
  const description = 'Calls between the U.S. and Russia in 2016. Eleven in all.';
  renderOver(
    storeOf({ ...readDefaultDataset(), description }),
    <PageHeader search={createRef()} onHelp={() => {}} onShare={() => {}} onAbout={undefined} />,
  );
  expect(screen.getByText(/^Calls between/).textContent).toBe('Calls between the U.S. and Russia in 2016.');
});
