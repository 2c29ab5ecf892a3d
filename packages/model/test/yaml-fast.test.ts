import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { readYaml } from '@espalier/model'
import fc from 'fast-check'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { readsAlike } from './yaml-fast-alike.ts'
import { nearDocuments } from './yaml-fast-slips.ts'
import { documents } from './yaml-fast-styles.ts'

const test = suite('yaml fast')
const runs = process.env.ESPALIER_LONG ? 500_000 : 5_000

test('every YAML file of the repository reads as `yaml` reads it', () => {
  const texts = ['fixtures', 'policies'].flatMap(yamlFiles)
  assert.ok(texts.length > 100)
  const fast = texts.filter(readsAlike)
  assert.ok(
    size(fast) >= 0.95 * size(texts),
    `only ${size(fast)} of ${size(texts)} characters took the fast way`,
  )
})

test('at most five of a hundred characters in the style of hands need the full reader', () => {
  const texts = yamlFiles('fixtures/yaml')
  const fast = texts.filter(readsAlike)
  assert.ok(
    size(fast) >= 0.95 * size(texts),
    `only ${size(fast)} of ${size(texts)} characters took the fast way`,
  )
})

test('texts in every style of the subset read as `yaml` reads them', () => {
  const share = shareOfFast(documents, 1)
  assert.ok(share >= 0.8, `only ${Math.round(share * 100)} % of the texts took the fast way`)
})

test('texts with slips in them are never read differently, and never where `yaml` finds a fault', () => {
  const share = shareOfFast(nearDocuments, 2)
  assert.ok(share > 0.1, `only ${Math.round(share * 100)} % of the texts took the fast way`)
})

test('limits hold for both ways', () => {
  const limits = { characters: 40, documents: 2, aliases: 100 }
  const faults = (text: string) =>
    readYaml({ file: 'a.yaml', text }, limits).faults.map(({ kind, message }) => `${kind}: ${message}`)
  assert.equal(faults('a: 1\n---\nb: 2\n'), [])
  assert.equal(faults('a: 1\n---\nb: 2\n---\n'), ['too-large: 3 documents; at most 2 are read'])
  assert.equal(faults('a: &x 1\n---\nb: 2\n---\n'), ['too-large: 3 documents; at most 2 are read'])
  assert.equal(faults(`a: ${'x'.repeat(40)}\n`), ['too-large: 44 characters; at most 40 are read'])
})

function shareOfFast(texts: fc.Arbitrary<string>, seed: number): number {
  let fast = 0
  let all = 0
  const property = fc.property(texts, text => {
    all++
    if (readsAlike(text)) fast++
  })
  fc.assert(property, { numRuns: runs, seed })
  return fast / all
}

function yamlFiles(folder: string): readonly string[] {
  return readdirSync(fileURLToPath(new URL(`../../../${folder}`, import.meta.url)), {
    recursive: true,
    withFileTypes: true,
  })
    .filter(entry => entry.isFile() && entry.name.endsWith('.yaml'))
    .map(entry => readFileSync(`${entry.parentPath}/${entry.name}`, 'utf8'))
}

function size(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + text.length, 0)
}

test.run()
