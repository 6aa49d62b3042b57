/** Elements whose text runs on in a line; all others begin and end one, controls too. */
const INLINE = new Set(
  'a abbr b bdi bdo cite code em i img kbd label mark q s small span strong sub sup svg time u'.split(' '),
);
/** Between two pieces of text that an inline element parts. */
const SEAM = '\u241f';

/**
 * What a reader hears of a part of the page, line by line: names of controls and pictures, and texts between them;
 * nothing of what is hidden from it. Where inline elements part a line without a space, a seam is left (`␟`).
 */
export function spokenLines(root: Element): readonly string[] {
  const lines: string[] = [''];
  const add = (text: string) => void (lines[lines.length - 1] += text);
  const walk = (node: Node): void => {
    if (node instanceof Text) return add(node.data.replaceAll(/\s+/g, ' '));
    if (!(node instanceof Element) || isHidden(node)) return;
    const isInline = INLINE.has(node.localName);
    if (isInline) add(SEAM);
    else lines.push('');
    const name = node.getAttribute('aria-label');
    if (node instanceof HTMLSelectElement) add(name ?? labelOf(node));
    else if (name !== null && (node.localName === 'button' || node.getAttribute('role') === 'img')) add(name);
    else if (node.localName !== 'svg') node.childNodes.forEach(walk);
    if (isInline) add(SEAM);
    else lines.push('');
  };
  walk(root);
  return lines.map((line) => line.replaceAll(/\u241f+/g, SEAM).trim()).filter((line) => plain(line) !== '');
}

/** Ways in which lines are heard wrongly: words run together, signs that are read out, and what is said twice running. */
export function misheardIn(lines: readonly string[]): readonly string[] {
  return [
    ...lines
      .filter((line) => /[\p{L}\p{N}]\u241f[\p{L}\p{N}]/u.test(line))
      .map((line) => `run together: ${shown(line)}`),
    ...lines
      .filter((line) =>
        line.split(SEAM).some((piece) => /^[^\p{L}\p{N}]*[·()/|]+[^\p{L}\p{N}]*$/u.test(piece) && piece.trim() !== ''),
      )
      .map((line) => `a sign: ${shown(line)}`),
    ...lines
      .filter(
        (line, index) => index > 0 && sameWords(line) === sameWords(lines[index - 1] ?? '') && /\p{L}/u.test(line),
      )
      .map((line) => `twice: ${shown(line)}`),
  ];
}

/** What a label says beside the choices that may stand in it. */
function labelOf({ labels }: HTMLSelectElement): string {
  const label = labels[0]?.cloneNode(true);
  if (!(label instanceof Element)) return '';
  for (const each of label.querySelectorAll('select')) each.remove();
  return label.textContent;
}

function isHidden(element: Element): boolean {
  return (
    element.getAttribute('aria-hidden') === 'true' || element.hasAttribute('hidden') || element.localName === 'option'
  );
}

function plain(line: string): string {
  return line.replaceAll(SEAM, '').trim();
}

function sameWords(line: string): string {
  return plain(line)
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .toLowerCase()
    .trim();
}

function shown(line: string): string {
  return line.replaceAll(SEAM, '|');
}
