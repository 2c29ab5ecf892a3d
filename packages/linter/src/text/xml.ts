// What XML 1.0 has no way to write, be it escaped.
const forbidden = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu
const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
}

/** An element of XML, with its attributes and either text or elements in it. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  content: string | readonly string[] = '',
): string {
  const pairs = Object.entries(attributes).map(([key, value]) => ` ${key}="${attribute(String(value))}"`)
  const inner = typeof content === 'string' ? escaped(content) : content.map(one => `\n${one}`).join('')
  if (inner === '') return `<${name}${pairs.join('')}/>`
  return `<${name}${pairs.join('')}>${inner}${typeof content === 'string' ? '' : '\n'}</${name}>`
}

// Line breaks and tabs of an attribute are spaces to its reader, unless they are escaped.
function attribute(value: string): string {
  return escaped(value).replaceAll(/[\t\n]/g, space => `&#${space.charCodeAt(0)};`)
}

function escaped(text: string): string {
  const legal = text.replaceAll(forbidden, '\uFFFD')
  return legal.replaceAll(/[&<>"\r]/g, sign => escapes[sign] ?? sign)
}
