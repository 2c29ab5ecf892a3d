import type { Problem } from '../../finding.ts'
import { keyOf, within } from '../../source.ts'
import type { NamespaceEntry } from '../types.ts'
import { at, type Entry, type Written } from '../written.ts'

/** Entries of `namespaces` that could not come true. */
export function namespaceProblems(written: Written): readonly Problem[] {
  const { namespaces = [] } = written.topology
  return namespaces.flatMap((value, index) => {
    const entry = { value, at: at(written, 'namespaces', index) }
    return [...neverOwned(entry), ...labelsOfOthers(entry)]
  })
}

function neverOwned({ value: { name, external }, at }: Entry<NamespaceEntry>): readonly Problem[] {
  if (external === true || (name !== 'default' && !name.startsWith('kube-'))) return []
  const message = `namespace ${name} is Kubernetes' own and never rendered; leave the entry out, or write external: true`
  return [{ check: 'wrong-value', message, at: within(at, 'name') }]
}

function labelsOfOthers({
  value: { name, external, labels },
  at,
}: Entry<NamespaceEntry>): readonly Problem[] {
  if (external !== true || labels === undefined) return []
  const message = `namespace ${name} is external, so nobody renders these labels; leave out one of the two`
  return [{ check: 'wrong-value', message, at: keyOf(within(at, 'labels')) }]
}
