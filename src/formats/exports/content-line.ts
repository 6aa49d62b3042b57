/* Lines of iCalendar (RFC 5545, section 3.1), which RIS and others have not. */

const MOST_OCTETS = 75;
const encoder = new TextEncoder();

/** A line of content, folded so that none of its parts has more than 75 octets and no character is parted. */
export function folded(line: string): string {
  if (line.length * 3 <= MOST_OCTETS) return `${line}\r\n`;
  let text = '';
  let octets = 0;
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (octets + size > MOST_OCTETS) {
      text += '\r\n ';
      octets = 1;
    }
    text += character;
    octets += size;
  }
  return `${text}\r\n`;
}

/** A value of type TEXT (section 3.3.11). */
export function textValue(text: string): string {
  return text.replaceAll(/[\\;,]/g, String.raw`\$&`).replaceAll(/\r\n?|\n/g, String.raw`\n`);
}
