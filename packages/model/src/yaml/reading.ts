import type { Path, Place, Source } from '../source.ts'

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
