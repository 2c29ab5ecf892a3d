import { type Document, isAlias, isMap, isPair, isScalar, isSeq, visit, type YAMLError } from 'yaml'
import type { Path, Place, Source } from '../source.ts'
import { endlessAlias, unknownAlias } from './alias-fault.ts'
import { readsDifferently } from './ambiguous.ts'
import { compose } from './compose.ts'

/** A plain scalar that a YAML 1.1 reader takes for another value than this YAML 1.2 reader did. */
export interface AmbiguousScalar {
  readonly path: Path
  readonly text: string
}

export interface YamlDocument {
  readonly source: Source
  readonly index: number
  readonly value: unknown
  readonly ambiguous: readonly AmbiguousScalar[]
}

export type YamlFaultKind = 'not-yaml' | 'duplicate-key' | 'tab-indentation' | 'alias-bomb' | 'too-large'

export interface YamlFault {
  readonly kind: YamlFaultKind
  readonly message: string
  readonly at: Place
}

export interface YamlLimits {
  readonly characters: number
  readonly documents: number
  /** How many nodes an alias may stand for, counted as `yaml` counts them. */
  readonly aliases: number
}

export const defaultLimits: YamlLimits = { characters: 32 * 1024 * 1024, documents: 100_000, aliases: 100 }

/** Every document of a text that can be read, and every fault of the others; never throws for what a text says. */
export function readYaml(
  source: Source,
  limits: YamlLimits = defaultLimits,
): { readonly documents: readonly YamlDocument[]; readonly faults: readonly YamlFault[] } {
  const whole = { source, doc: 0, path: [], offset: 0 }
  if (source.text.length > limits.characters) {
    const message = `${source.text.length} characters; at most ${limits.characters} are read`
    return { documents: [], faults: [{ kind: 'too-large', message, at: whole }] }
  }
  const { documents: parsed, tooDeep } = compose(source.text)
  if (tooDeep)
    return { documents: [], faults: [{ kind: 'too-large', message: 'nested too deeply', at: whole }] }
  if (parsed.length > limits.documents) {
    const message = `${parsed.length} documents; at most ${limits.documents} are read`
    return { documents: [], faults: [{ kind: 'too-large', message, at: whole }] }
  }
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
      if (key === 'key' || node.type !== 'PLAIN' || node.source === undefined) return
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

function keyText(key: unknown): string {
  return isScalar(key) ? String(key.value) : ''
}

/** The node at a path of a parsed document, as far as the path leads, with the key that led there. */
export function walk(
  document: Document,
  path: Path,
): { readonly node: unknown; readonly key: unknown; readonly left: number } {
  let node: unknown = document.contents
  let key: unknown
  for (const [at, step] of path.entries()) {
    if (isAlias(node)) node = node.resolve(document)
    const pair = isMap(node) ? node.items.find(item => keyText(item.key) === String(step)) : undefined
    const next = pair?.value ?? (isSeq(node) && typeof step === 'number' ? node.items[step] : undefined)
    if (next === undefined || next === null)
      return { node: pair?.key ?? node, key: pair?.key ?? key, left: path.length - at }
    key = pair?.key
    node = next
  }
  return { node, key, left: 0 }
}
