import type { Path, Place, Source } from '../source.ts'
import { compose } from './compose.ts'
import { readComposed } from './read-composed.ts'
import { readFast } from './read-fast.ts'

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

/** What a text holds: the documents that can be read, and what is wrong with the others. */
export interface YamlReading {
  readonly documents: readonly YamlDocument[]
  readonly faults: readonly YamlFault[]
}

export const defaultLimits: YamlLimits = { characters: 32 * 1024 * 1024, documents: 100_000, aliases: 100 }

/** Every document of a text that can be read, and every fault of the others; never throws for what a text says. */
export function readYaml(source: Source, limits: YamlLimits = defaultLimits): YamlReading {
  const { text } = source
  if (text.length > limits.characters)
    return tooLarge(source, `${text.length} characters; at most ${limits.characters} are read`)
  const fast = readFast(text)
  if (fast !== undefined) {
    if (fast.length > limits.documents) return tooMany(source, fast.length, limits)
    return { documents: fast.map((document, index) => ({ source, index, ...document })), faults: [] }
  }
  const { documents, tooDeep } = compose(text)
  if (tooDeep) return tooLarge(source, 'nested too deeply')
  if (documents.length > limits.documents) return tooMany(source, documents.length, limits)
  return readComposed(source, documents, limits)
}

function tooMany(source: Source, count: number, limits: YamlLimits): YamlReading {
  return tooLarge(source, `${count} documents; at most ${limits.documents} are read`)
}

function tooLarge(source: Source, message: string): YamlReading {
  const at = { source, doc: 0, path: [], offset: 0 }
  return { documents: [], faults: [{ kind: 'too-large', message, at }] }
}
