import type { Source } from '../source.ts'
import { compose } from './compose.ts'
import { readComposed } from './read-composed.ts'
import { readFast } from './read-fast.ts'
import { defaultLimits, type YamlLimits, type YamlReading } from './reading.ts'

/** Every document of a text that can be read, and every fault of the others; never throws for what a text says. */
export function readYaml(source: Source, limits: YamlLimits = defaultLimits): YamlReading {
  const { text } = source
  if (text.length > limits.characters)
    return tooLarge(source, `${text.length} characters; at most ${limits.characters} are read`)
  const nul = text.indexOf('\0')
  if (nul >= 0) return binary(source, nul)
  const fast = readFast(text)
  if (fast !== undefined) {
    if (fast.length > limits.documents) return tooMany(source, fast.length, limits)
    return {
      documents: fast.map(({ value, ambiguous }, index) => ({ source, index, value, ambiguous })),
      faults: [],
    }
  }
  const { documents, tooDeep } = compose(text)
  if (tooDeep) return tooLarge(source, 'nested too deeply')
  if (documents.length > limits.documents) return tooMany(source, documents.length, limits)
  return readComposed(source, documents, limits)
}

function binary(source: Source, offset: number): YamlReading {
  const at = { source, doc: 0, path: [], offset }
  return { documents: [], faults: [{ kind: 'not-yaml', message: 'this is no text: it holds a NUL', at }] }
}

function tooMany(source: Source, count: number, limits: YamlLimits): YamlReading {
  return tooLarge(source, `${count} documents; at most ${limits.documents} are read`)
}

function tooLarge(source: Source, message: string): YamlReading {
  const at = { source, doc: 0, path: [], offset: 0 }
  return { documents: [], faults: [{ kind: 'too-large', message, at }] }
}
