import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { refuse, render } from '@espalier/generator'
import { lint, readFleet, type Tagged } from '@espalier/linter'
import { createLocate, readYaml } from '@espalier/model'
import { readTopology } from '@espalier/model/topology'
import fc from 'fast-check'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { clusterOf, fleetOf, renderedText } from './random/rendered.ts'

// What a user writes wrong is a finding; a throw is our bug. Values of every kind stand in places where nobody expects them.

const test = suite('odd values')
const settings = { numRuns: process.env.ESPALIER_LONG ? 5_000 : 150, seed: 7 }
const file = fileURLToPath(
  new URL('../../../fixtures/render/kitchen-sink-argocd/topology.yaml', import.meta.url),
)
const text = readFileSync(file, 'utf8')
const { model, tree } = renderedText(text)
const known = fleetOf(model, tree).clusters

const odd = fc.oneof(
  fc.constantFrom(null, -1, 1e99, '', 'x', 'a/b', '*', true, 'default', '9'.repeat(300)),
  fc.constantFrom<unknown>([], {}, [null], [[]], [{}], { x: null }, { name: 5 }),
)
const changes = fc.array(fc.record({ at: fc.nat(), to: odd, drop: fc.boolean() }), {
  minLength: 1,
  maxLength: 3,
})
type Change = { readonly at: number; readonly to: unknown; readonly drop: boolean }

/** The text of a document as JSON, with some of its fields and items replaced or dropped. */
function changed(source: string, all: readonly Change[]): string {
  const value: unknown = structuredClone(readYaml({ file: 'a.yaml', text: source }).documents[0]?.value)
  for (const { at, to, drop } of all) {
    const slots = slotsOf(value)
    const [owner, key] = slots[at % Math.max(1, slots.length)] ?? [{}, '']
    if (drop && !Array.isArray(owner)) Reflect.deleteProperty(owner, key)
    else Reflect.set(owner, key, structuredClone(to))
  }
  return JSON.stringify(value)
}

function slotsOf(value: unknown): readonly (readonly [object, string])[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, item]) => [[value, key] as const, ...slotsOf(item)])
}

test('of a topology are found, never thrown', () => {
  const property = fc.property(changes, all => {
    const outcome = readTopology(
      { file: 'topology.yaml', text: changed(text, all) },
      () => '{"Statement": []}',
    )
    const locate = createLocate()
    for (const { at } of outcome.problems) assert.ok(locate(at).line > 0)
    if (outcome.value !== undefined) refuse(outcome.value)
    if (outcome.value !== undefined && outcome.problems.length === 0) render(outcome.value)
  })
  fc.assert(property, settings)
})

test('of manifests are linted, never thrown', () => {
  const files = [...tree]
  const property = fc.property(
    fc.array(fc.tuple(fc.nat(files.length - 1), changes), { minLength: 20 }),
    all => {
      const edits = new Map(all)
      const tagged = files.map(([name, body], at): Tagged => {
        const edit = edits.get(at)
        const source = { file: name, text: edit === undefined ? body : changed(body, edit) }
        return { source, cluster: clusterOf(model, name), rendered: true }
      })
      const { summary } = lint([readFleet(tagged, known, model)], { strict: true, today: '2026-11-21' })
      assert.ok(summary.files > 0)
    },
  )
  fc.assert(property, settings)
})

test.run()
