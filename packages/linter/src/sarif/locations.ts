import { groupKind, type Span } from '@espalier/model'
import type { ReportedFinding } from '../report.ts'
import { printable } from '../text/printable.ts'

/** A file and a region of it, which GitHub wants with all four ends. */
export function physicalLocation({ file, line, column, endLine, endColumn }: Span): object {
  return {
    artifactLocation: { uri: uriOf(file), uriBaseId: '%SRCROOT%' },
    region: { startLine: line, startColumn: column, endLine, endColumn },
  }
}

/** The object a finding is about, in each of its clusters, named apart from its namesakes in others. */
export function logicalLocations({ object, cluster, clusters }: ReportedFinding): readonly object[] {
  if (object === undefined) return []
  const { kind, namespace, name } = object
  return (clusters.length > 0 ? clusters : [cluster]).map(home => {
    const owners = [home, groupKind(object), namespace].filter(owner => owner !== undefined)
    return { name: printable(name), kind, fullyQualifiedName: printable([...owners, name].join('/')) }
  })
}

function uriOf(file: string): string {
  // A half of a surrogate pair has no encoding.
  const text = file.replaceAll(/\p{Surrogate}/gu, '\uFFFD')
  return text.split('/').map(encodeURIComponent).join('/')
}
