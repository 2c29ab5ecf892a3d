import { marked } from 'marked'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { code, codeBlock, escaped } from '../src/markdown-text.ts'
import { assertInert } from './action/assert-inert.ts'

const test = suite('markdown-text')

const hostile = [
  '<script>alert(1)</script>',
  '&lt;b&gt; &#64;acme',
  '[text](https://example.com) ![x](y)',
  'https://example.com http://www.example.com www.example.com WWW.example.com',
  '@acme/owners @someone a@example.com',
  '#1 GH-1 acme/fleet#2',
  '*a* _b_ **c** ~~d~~ `e` ``f` \\`g` $h$',
  '| a | b |',
]

test('what others wrote shows as it is, and does nothing', () => {
  for (const text of hostile) {
    assertInert(`- ${escaped(text)}`)
    assertInert(`- ${code(text)} and ${code('`')}`)
    assertInert(codeBlock([text, '```', '~~~']).join('\n'))
    const html = marked.parse(`x ${escaped(text)}`, { async: false })
    const shown = html.replace(/<\/?p>|\n/g, '').replaceAll('\u2060', '')
    assert.is(plain(shown), `x ${text}`)
  }
})

test('code keeps every character, and ends where it should', () => {
  for (const text of ['a', '`', '``a`', ' ', '']) {
    const html = marked.parse(`x ${code(text)} y`, { async: false })
    assert.match(html, /<code>[^<]*<\/code> y/)
    assert.is(plain(/<code>([^<]*)<\/code>/.exec(html)?.[1] ?? '').trim(), text.trim())
  }
})

function plain(html: string): string {
  const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' }
  return html.replace(/&(lt|gt|quot|#39|amp);/g, (_, name) => named[name] ?? '')
}

test.run()
