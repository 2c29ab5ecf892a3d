import { isScalar, visit } from 'yaml'
import type { Problem, Related } from '../finding.ts'
import type { Source } from '../source.ts'
import { compose } from '../yaml/compose.ts'
import type { YamlFault } from '../yaml/reading.ts'

/** What keeps a text from being read, of each document its first syntax error only: the others mostly follow from it. */
export function yamlProblems(source: Source, faults: readonly YamlFault[]): readonly Problem[] {
  const conflict = source.text.search(/^<{7} /m)
  if (faults.length > 0 && conflict >= 0 && /^>{7} /m.test(source.text)) {
    const message = 'an unresolved merge conflict begins here; choose a side, and take the markers out'
    return [{ check: 'topology-not-yaml', message, at: { source, doc: 0, path: [], offset: conflict } }]
  }
  const firsts = new Set<number>()
  const telling = faults.filter(({ kind, at }) => {
    const first = !firsts.has(at.doc)
    if (kind === 'not-yaml' || kind === 'tab-indentation') firsts.add(at.doc)
    return first || kind === 'duplicate-key'
  })
  return telling.map(({ kind, message, at }) => {
    const problem = { check: `topology-${kind}`, message, at }
    return kind === 'duplicate-key' ? { ...problem, related: firstKey(source, at.doc, at.offset) } : problem
  })
}

function firstKey(source: Source, doc: number, offset: number | undefined): readonly Related[] {
  const document = compose(source.text).documents[doc]
  const found: Related[] = []
  visit(document ?? null, {
    Map(_, map) {
      const keys = map.items.map(item => item.key).filter(isScalar)
      const second = keys.find(key => key.range?.[0] === offset)
      const first = keys.find(key => key.value === second?.value)
      if (second === undefined || first === undefined) return undefined
      found.push({ at: { source, doc, path: [], offset: first.range?.[0] ?? 0 }, message: 'the first one' })
      return visit.BREAK
    },
  })
  return found
}
