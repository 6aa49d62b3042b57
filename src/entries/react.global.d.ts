import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type { FrameAttributes, InlineAttributes } from '../embed/element/element-attributes';

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'diplomatic-timeline': DetailedHTMLProps<HTMLAttributes<HTMLElement>, HTMLElement> & FrameAttributes;
      'diplomatic-timeline-inline': DetailedHTMLProps<HTMLAttributes<HTMLElement>, HTMLElement> & InlineAttributes;
    }
  }
}
