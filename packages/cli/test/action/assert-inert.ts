import { marked } from 'marked'
import * as assert from 'uvu/assert'

/** Fails where Markdown shows more than headings, lists and code, or has what GitHub links and notifies by outside of code. */
export function assertInert(markdown: string): void {
  const html = marked.parse(markdown, { async: false, gfm: true })
  const prose = html.replace(/<(code|pre)\b[\s\S]*?<\/\1>/g, '')
  const tags = new Set([...prose.matchAll(/<\/?(\w+)/g)].map(([, name]) => name))
  for (const tag of tags)
    assert.ok(['h3', 'p', 'ul', 'li', 'strong'].includes(tag ?? ''), `<${tag}> in ${html}`)
  assert.not.match(prose, /@\w|(?<!&)#\d|\bGH-\d/i)
}
