/** The size that a browser gives text unless its reader wants another, CSS px. */
const USUAL_PX = 16;
const TYPE = /^(?:font|font-size|line-height)$/;
const PX = /(?<![\w.-])(\d*\.?\d+)px\b/g;

/** What PostCSS hands to a plugin, as far as it is used here. */
interface Declaration {
  readonly prop: string;
  value: string;
}

interface AtRule {
  readonly name: string;
  params: string;
}

/**
 * Lets the size of text follow its reader: a PostCSS plugin that writes every `px` of a font or a line as so many
 * sixteenths of the reader's own text size. The stylesheets name sizes as they are at the usual one, and nobody can
 * forget it. `--dt-px` is that sixteenth (base.css); widths at which a layout changes are taken as so many letters,
 * too.
 */
export function textUnits() {
  return {
    postcssPlugin: 'text-units',
    Declaration: (declaration: Declaration) => {
      if (TYPE.test(declaration.prop)) declaration.value = inTextUnits(declaration.value);
    },
    AtRule: {
      media: (rule: AtRule) => {
        rule.params = rule.params.replace(
          /(width: )(\d+)px/g,
          (_, name: string, px: string) => `${name}${Number(px) / USUAL_PX}em`,
        );
      },
    },
  };
}

/** "14px/20px Arial" in the reader's own measure. Lengths that are none already stay. */
export function inTextUnits(value: string): string {
  return value.includes('--dt-px')
    ? value
    : value.replace(PX, (_, px: string) => `calc(${px} * var(--dt-px, ${1 / USUAL_PX}rem))`);
}
