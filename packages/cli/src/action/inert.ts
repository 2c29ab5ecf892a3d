import { printable } from '../files/display.ts'

/**
 * A text of others in Markdown that shows as it is: no markup, no HTML, and nothing that GitHub links or notifies by (`@name`, `#1`,
 * `GH-1`, addresses). Those it finds after the Markdown is rendered, so escaping does not help there; an invisible space does.
 */
export function inert(text: string): string {
  return printable(text)
    .replace(/[@#]|:\/\/|\bgh-|\bwww\./gi, '$&\u200b')
    .replace(/^\P{L}|[^\p{L}\p{N} ,;.'"()/\-\u200b\ufffd]/gu, char => `&#${char.codePointAt(0)};`)
}
