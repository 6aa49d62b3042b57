import type { PageKit } from '../../src/formats/page/page-kit';

/** Texts as short as they can be, each of its own, with what is awkward about them. */
export const SMALL_KIT: PageKit = {
  program: 'document.title="\\x3c/script>";',
  style: 'b{content:"\\201c"}',
  policy: "default-src 'none'; script-src 'sha256-AAAA='; style-src 'sha256-BBBB='",
  words: 'q1YqzkjNyVGyUlAqzy/KSVGqBQA=',
  loader: 'customElements.get("x")',
  icon: '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>',
  licences: '# Licences\n\nCopyright © Zoë & <b>Co</b>',
};
