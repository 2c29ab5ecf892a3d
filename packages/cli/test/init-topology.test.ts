import { readTopology } from '@espalier/model/topology'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { espalier } from './fake-io.ts'
import { initHere, inRepository } from './init-here.ts'

const test = suite('the topology that init writes')

const example = /^( *)#(?=\S)/

/** Every block of examples alone, and all of them together. */
function uncommented(text: string): readonly string[] {
  const lines = text.split('\n')
  const starts = lines.flatMap((line, at) =>
    example.test(line) && !example.test(lines[at - 1] ?? '') ? [at] : [],
  )
  const blocks = starts.map(start => {
    const length = lines.slice(start).findIndex(line => !example.test(line))
    return lines.map((line, at) => (at >= start && at < start + length ? line.replace(example, '$1') : line))
  })
  return [...blocks, lines.map(line => line.replace(example, '$1'))].map(all => all.join('\n'))
}

for (const [name, args] of Object.entries({
  argocd: ['--engine', 'argocd'],
  flux: ['--engine', 'flux'],
  'one workload cluster with a name that YAML reads otherwise': ['--example', '--workload-cluster', 'on'],
})) {
  test(
    `${name}: each of its examples is valid without the #, and so are all together`,
    inRepository(async box => {
      if (args[0] === '--example') assert.is((await espalier(box.root, 'init', ...args)).code, 0)
      else await initHere(box, ...args)
      const text = box.get('topology.yaml')
      const variants = uncommented(text)
      assert.ok(variants.length > 8)
      for (const variant of variants) {
        const { problems } = readTopology({ file: 'topology.yaml', text: variant })
        assert.equal(
          problems.map(({ message }) => message),
          [],
        )
      }
      box.put('topology.yaml', variants.at(-1) ?? '')
      const rendered = await espalier(box.root, 'render')
      assert.equal([rendered.code, rendered.err], [0, ''])
      const linted = await espalier(box.root, 'lint')
      assert.is(linted.code, 0, linted.out)
    }),
  )
}

test(
  'its lines are short, and every part has a comment',
  inRepository(async box => {
    await initHere(box)
    const lines = box.get('topology.yaml').split('\n')
    assert.equal(
      lines.filter(line => line.length > 110),
      [],
    )
    for (const [at, line] of lines.entries())
      if (/^(name|aws|serviceNetwork|clusters|services|routes|#lint):/.test(line))
        assert.match(lines[at - 1] ?? '', /^# \S/, line)
  }),
)

test.run()
