import type { MeasureText } from '../layout/labels/label-place';
import { LABEL_PX } from './ink';

/**
 * What a picture is lettered in: Arial, or fonts made to its widths, so that the table below is right wherever it is
 * opened.
 */
export const PICTURE_FONT = "Arial, 'Liberation Sans', Arimo, Helvetica, sans-serif";

interface Widths {
  readonly ascii: readonly number[];
  readonly cyrillic: readonly number[];
  readonly greek: readonly number[];
  readonly further: readonly number[];
}

/** Without a mark of their own in the blocks below. */
const FURTHER = '\u00a0·«»°–—‘’“”„…•€×→←±§ßæøÆØđłıŁĐðþœŒ';

/**
 * Advance widths in thousandths of an em: U+0020 to U+007E, U+0410 to U+044F, U+0391 to U+03C9, and FURTHER. Read off
 * Liberation Sans 2, regular and bold, which has Arial's widths, with a canvas' measureText at 1000 px.
 */
const WIDTHS: Readonly<Record<'regular' | 'bold', Widths>> = {
  regular: {
    ascii: columnOf(
      '278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 278 278 584 584 584 ' +
        '556 1015 667 667 722 722 667 611 778 722 278 500 667 556 833 722 778 667 778 722 667 611 722 667 944 667 667 611 278 278 278 ' +
        '469 556 333 556 556 500 556 556 278 556 556 222 222 500 222 833 556 556 556 556 333 500 278 556 500 722 500 500 500 334 260 ' +
        '334 584 ',
    ),
    cyrillic: columnOf(
      '667 656 667 542 677 667 923 604 719 719 583 656 833 722 778 719 667 722 611 635 760 667 740 667 917 938 792 885 656 719 1010 ' +
        '722 556 573 531 365 583 556 669 458 559 559 438 583 688 552 556 542 556 500 458 500 823 500 573 521 802 823 625 719 521 510 ' +
        '750 542 ',
    ),
    greek: columnOf(
      '667 667 551 668 667 611 722 778 278 667 668 833 722 650 778 722 667 365 618 611 667 798 667 835 748 278 667 578 446 556 222 ' +
        '547 578 575 500 557 446 441 556 556 222 500 500 576 500 448 556 690 569 482 617 395 547 648 525 713 781 ',
    ),
    further: columnOf(
      '278 278 556 556 400 556 1000 222 222 333 333 333 1000 350 556 584 1000 1000 549 556 611 889 611 1000 778 556 222 278 556 722 ' +
        '556 556 944 1000 ',
    ),
  },
  bold: {
    ascii: columnOf(
      '278 333 474 556 556 889 722 238 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 333 333 584 584 584 ' +
        '611 975 722 722 722 722 667 611 778 722 278 556 722 611 833 722 778 667 778 722 667 611 722 667 944 667 667 611 333 278 333 ' +
        '584 556 333 556 611 556 611 556 333 611 611 278 278 556 278 889 611 611 611 611 389 556 333 611 556 778 556 556 500 389 280 ' +
        '389 584 ',
    ),
    cyrillic: columnOf(
      '722 719 722 567 712 667 904 626 719 719 610 702 833 722 778 719 667 722 611 622 854 667 730 703 1005 1019 870 979 719 711 ' +
        '1031 719 556 618 615 417 635 556 709 497 615 615 500 635 740 604 611 604 611 556 490 556 875 556 615 581 833 844 729 854 615 ' +
        '552 854 583 ',
    ),
    greek: columnOf(
      '722 722 601 719 667 611 722 778 278 722 667 833 722 644 778 722 667 365 600 611 667 821 667 809 802 278 667 615 451 611 278 ' +
        '582 615 610 556 606 475 460 611 541 278 558 556 612 556 445 611 766 619 520 684 446 582 715 576 753 845 ',
    ),
    further: columnOf(
      '278 278 556 556 400 556 1000 278 278 500 500 500 1000 350 556 584 1000 1000 549 556 611 889 611 1000 778 611 278 278 611 722 ' +
        '611 611 944 1000 ',
    ),
  },
};

/** As wide as most letters. */
const USUAL = { regular: 556, bold: 611 } as const;
/** Scripts whose signs fill a square. */
const SQUARE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}]/u;
const NO_WIDTH = /[\p{Mn}\p{Me}\p{Cf}]/u;

/**
 * Width of a label in CSS px by the table, without a browser; kerning aside. Accented letters are as wide as plain
 * ones; unknown ones are guessed.
 */
export const measureByTable: MeasureText = (text, bold) => {
  const weight = bold ? 'bold' : 'regular';
  let width = 0;
  for (const character of text.normalize('NFD')) width += widthOf(character, WIDTHS[weight], USUAL[weight]);
  return (width * LABEL_PX) / 1000;
};

function widthOf(character: string, widths: Widths, usual: number): number {
  const code = character.codePointAt(0) ?? 0;
  const known =
    widths.ascii[code - 0x20] ??
    widths.cyrillic[code - 0x410] ??
    widths.greek[code - 0x391] ??
    widths.further[FURTHER.indexOf(character)];
  if (known !== undefined) return known;
  if (NO_WIDTH.test(character)) return 0;
  return SQUARE.test(character) ? 1000 : usual;
}

function columnOf(text: string): readonly number[] {
  return text.trim().split(' ').map(Number);
}
