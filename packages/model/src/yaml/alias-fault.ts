import { type Alias, type Document, isNode, visit } from 'yaml'

/** An alias that stands for nothing, and where it is written. */
export interface AliasFault {
  readonly message: string
  readonly offset: number
}

/** The alias that the reader could not follow, by the name it gave in its error. */
export function unknownAlias(document: Document, name: string): AliasFault {
  const alias = firstAlias(document, one => one.source === name)
  return faultAt(alias, document, `*${name} refers to an anchor that is not above it`)
}

/** An alias inside of what it stands for: data without end, which neither JSON nor Kubernetes can hold. */
export function endlessAlias(document: Document): AliasFault | undefined {
  const alias = firstAlias(document, (one, ancestors) =>
    ancestors.some(node => isNode(node) && 'anchor' in node && node.anchor === one.source),
  )
  return alias && faultAt(alias, document, `*${alias.source} stands inside of what it stands for`)
}

function firstAlias(
  document: Document,
  wanted: (alias: Alias, ancestors: readonly unknown[]) => boolean,
): Alias | undefined {
  let found: Alias | undefined
  visit(document, {
    Alias(_, alias, ancestors) {
      if (!wanted(alias, ancestors)) return undefined
      found = alias
      return visit.BREAK
    },
  })
  return found
}

function faultAt(alias: Alias | undefined, document: Document, message: string): AliasFault {
  return { message, offset: alias?.range?.[0] ?? document.range?.[0] ?? 0 }
}
