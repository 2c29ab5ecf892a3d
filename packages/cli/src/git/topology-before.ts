import { parseHeader, readYaml } from '@espalier/model'
import { likeness } from './likeness.ts'

/** The file, of those that are gone, that holds what a topology was before: the same name tells, whatever else changed. */
export function topologyNamed(text: string, gone: ReadonlyMap<string, string>): string | undefined {
  const name = nameIn(text)
  return mostAlike(text, name === undefined ? [] : topologiesIn(gone).filter(one => one.name === name))?.file
}

/** The same of a topology that was renamed too: the text that is alike, and whose name none of the other new files has. */
export function topologyLike(
  text: string,
  gone: ReadonlyMap<string, string>,
  fresh: ReadonlyMap<string, string>,
): string | undefined {
  const others = new Set(topologiesIn(fresh).map(({ name }) => name))
  const found = mostAlike(
    text,
    topologiesIn(gone).filter(({ name }) => name === undefined || !others.has(name)),
  )
  // Git's own measure of a file that was renamed and edited.
  return found !== undefined && likeness(found.text, text) >= 0.5 ? found.file : undefined
}

interface Candidate {
  readonly file: string
  readonly text: string
  readonly name: string | undefined
}

function topologiesIn(texts: ReadonlyMap<string, string>): readonly Candidate[] {
  return [...texts].flatMap(([file, text]) => (isTopology(text) ? [{ file, text, name: nameIn(text) }] : []))
}

function isTopology(text: string): boolean {
  return text.includes('espalier.dev/') && /\bTopology\b/.test(text) && parseHeader(text) === undefined
}

function nameIn(text: string): string | undefined {
  const value = readYaml({ file: '', text }).documents[0]?.value
  const name = typeof value === 'object' && value !== null ? Reflect.get(value, 'name') : undefined
  return typeof name === 'string' ? name : undefined
}

function mostAlike(text: string, candidates: readonly Candidate[]): Candidate | undefined {
  const [first] = candidates
    .map(one => ({ one, alike: likeness(one.text, text) }))
    .sort((a, b) => b.alike - a.alike)
  return first?.one
}
