import { createKeeping } from '../keeping/keeping';
import type { Keeping } from '../keeping/keeping';
import { createWriting } from './writing';
import type { Writing, WritingPage } from './writing';

/** A desk, and what keeps what lies on it. */
export interface KeptWriting extends Writing {
  readonly keeping: Keeping;
}

/** What is loaded when somebody writes. */
export function openDesk(page: WritingPage, onChange: () => void): KeptWriting {
  const writing = createWriting(page, onChange);
  return { ...writing, keeping: createKeeping(page, writing) };
}
