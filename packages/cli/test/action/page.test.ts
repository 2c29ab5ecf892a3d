import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { commentLimit, summaryLimit } from '../../src/action/limit.ts'
import { type Page, writePage } from '../../src/action/page.ts'

const test = suite('the page of the action')

const note = '\nThe rest did not fit here; the log of the step has everything.\n'
const limits = [commentLimit, summaryLimit]

function pageOf(line: string, plain: boolean): Page {
  return { head: '### Head\n', lines: Array(summaryLimit.size / 4).fill(line), plain }
}

test('is cut between lines, as late as the limit allows, with its block closed', () => {
  for (const limit of limits)
    for (const line of ['changed  a/b', 'ünïcödé — 漢字', '````'])
      for (const plain of [true, false]) {
        const text = writePage(pageOf(line, plain), limit)
        const room = limit.size - limit.measure(text)
        assert.ok(room >= 0 && room <= limit.measure(`${line}\n`) + 16, `${room}`)
        assert.ok(text.startsWith('### Head\n\n') && text.endsWith(`\n${note}`))
        const fences = text.split('\n').filter(one => /^`{3,}$/.test(one) && one !== line)
        assert.is(fences.length, plain ? 2 : 0)
      }
})

test('is whole where it fits, and has no block without lines', () => {
  const page = { head: '### Head\n', lines: ['a', '```'], plain: true }
  assert.is(writePage(page, commentLimit), '### Head\n\n````\na\n```\n````\n')
  assert.is(writePage({ ...page, lines: [] }, commentLimit), '### Head\n\n')
})

test('shows nothing of a line that alone is too long', () => {
  const text = writePage({ head: '### Head\n', lines: ['x'.repeat(70_000)], plain: false }, commentLimit)
  assert.is(text, `### Head\n\n${note}`)
})

test.run()
