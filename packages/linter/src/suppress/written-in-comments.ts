import {
  type Comment,
  type Finding,
  type Locate,
  parseHeader,
  readComments,
  type Source,
} from '@espalier/model'
import type { Fleet } from '../fleet/fleet.ts'
import { keyword, parseComment } from './parse-comment.ts'
import type { Written } from './suppression.ts'

/** The suppressions in comments of the files of some fleets, and of their topologies; a file is looked into only if it holds the word. */
export function writtenInComments(fleets: readonly Fleet[], locate: Locate): readonly Written[] {
  const owners = new Map<Source, Fleet[]>()
  for (const fleet of fleets) {
    for (const source of [...fleet.files, ...(fleet.model ? [fleet.model.source] : [])]) {
      if (!source.text.includes(keyword)) continue
      const others = owners.get(source)
      if (others === undefined) owners.set(source, [fleet])
      else others.push(fleet)
    }
  }
  return [...owners].flatMap(([source, own]) =>
    readComments(source).flatMap(comment => writtenIn(comment, own, locate) ?? []),
  )
}

function writtenIn(comment: Comment, fleets: readonly Fleet[], locate: Locate): Written | undefined {
  const { at, heads, line, text } = comment
  const said = parseComment(text)
  if (said === undefined) return undefined
  const isThere = (finding: Finding) => (heads ? finding.at.doc === at.doc : locate(finding.at).line === line)
  return {
    ...said,
    writtenIn: 'comment',
    at,
    ruleAt: at,
    untilAt: at,
    fleets,
    isRendered: parseHeader(at.source.text) !== undefined,
    covers: finding => finding.rule === said.rule && finding.at.source === at.source && isThere(finding),
    whyUnused: () => `nothing ${heads ? 'in this document' : 'here'} breaks ${said.rule}`,
  }
}
