import { type Document, isPair, isSeq, visit, type YAMLError } from 'yaml'
import type { Path, Source } from '../source.ts'
import { endlessAlias, unknownAlias } from './alias-fault.ts'
import { readsDifferently } from './ambiguous.ts'
import { isPlain } from './is-plain.ts'
import type { AmbiguousScalar, YamlDocument, YamlFault, YamlLimits, YamlReading } from './reading.ts'
import { keyText } from './walk.ts'

/** What can be read of the documents that `yaml` composed, and every fault of the others. */
export function readComposed(source: Source, parsed: readonly Document[], limits: YamlLimits): YamlReading {
  const documents: YamlDocument[] = []
  const faults: YamlFault[] = []
  parsed.forEach((document, index) => {
    const broken = document.errors.map(error => faultOf(error, source, index))
    faults.push(...broken)
    if (broken.length > 0) return
    const value = valueIn(document, limits)
    if (value.fault === undefined) {
      documents.push({ source, index, value: value.value, ambiguous: ambiguousScalars(document) })
    } else {
      const { kind, message, offset } = value.fault
      faults.push({
        kind,
        message,
        at: { source, doc: index, path: [], ...(offset === undefined ? {} : { offset }) },
      })
    }
  })
  return { documents, faults }
}

type Fault = Omit<YamlFault, 'at'> & { readonly offset?: number }

function valueIn(document: Document, limits: YamlLimits): { value?: unknown; fault?: Fault } {
  try {
    const value: unknown = document.toJS({ maxAliasCount: limits.aliases })
    const endless = endlessAlias(document)
    return endless === undefined ? { value } : { fault: { kind: 'not-yaml', ...endless } }
  } catch (error) {
    if (error instanceof ReferenceError) {
      const name = /^Unresolved alias .*: (.*)$/s.exec(error.message)?.[1]
      if (name !== undefined) return { fault: { kind: 'not-yaml', ...unknownAlias(document, name) } }
      const message = `aliases stand for more than ${limits.aliases} times the nodes written down`
      return { fault: { kind: 'alias-bomb', message } }
    }
    throw error
  }
}

function faultOf(error: YAMLError, source: Source, doc: number): YamlFault {
  const at = { source, doc, path: [], offset: error.pos[0] }
  if (error.code === 'DUPLICATE_KEY') {
    const [, quoted, plain] = /^(?:["']([^"'\n]*)|([^\s:,}]+))/.exec(source.text.slice(error.pos[0])) ?? []
    return {
      kind: 'duplicate-key',
      message: `${quoted ?? plain ?? 'a key'} is given twice in one mapping`,
      at,
    }
  }
  if (error.code === 'TAB_AS_INDENT') {
    return { kind: 'tab-indentation', message: 'a tab indents this line; YAML allows spaces only', at }
  }
  return { kind: 'not-yaml', message: error.message.replace(/\.$/, ''), at }
}

function ambiguousScalars(document: Document): readonly AmbiguousScalar[] {
  const found: AmbiguousScalar[] = []
  visit(document, {
    Scalar(key, node, ancestors) {
      if (key === 'key' || !isPlain(node) || node.source === undefined) return
      if (readsDifferently(node.source)) found.push({ path: pathOf(key, node, ancestors), text: node.source })
    },
  })
  return found
}

function pathOf(key: unknown, node: unknown, ancestors: readonly unknown[]): Path {
  const path: (string | number)[] = []
  const trail = [...ancestors, node]
  trail.forEach((step, at) => {
    const next = trail[at + 1]
    if (isPair(step) && next !== undefined) path.push(keyText(step.key))
    else if (isSeq(step) && next !== undefined) path.push(step.items.indexOf(next))
  })
  return key === null ? [] : path
}
