import type { TopologyFile } from '../files/find-topologies.ts'
import type { BaseRevision } from '../git/base-revision.ts'
import type { Side } from './plan-side.ts'

interface Compared {
  readonly file: TopologyFile
  readonly former: TopologyFile | undefined
  readonly old: Side | undefined
  readonly now: Side & Required<Pick<Side, 'model'>>
  readonly base: BaseRevision
}

/** What is odd about the two sides of a topology, as sentences. */
export function notesOn({ file, former, old, now, base: { ref } }: Compared): readonly string[] {
  const { name } = now.model
  const notes: string[] = []
  if (former === undefined || old === undefined)
    notes.push(`${ref} has no ${file.name}: everything of topology ${name} is new`)
  else if (former.name !== file.name) notes.push(`${file.name} was ${former.name} in ${ref}`)
  if (old !== undefined && old.model === undefined) {
    const [first] = old.findings
    notes.push(
      `${file.name} of ${ref} cannot be rendered${first === undefined ? '' : ` (${first.message})`}: compared with the tree that was committed there; what that change fixes is not told apart, and no order of rollout is known`,
    )
  }
  if (old?.model !== undefined && old.model.name !== name)
    notes.push(
      `topology ${name} was named ${old.model.name} in ${ref}: the labels of every object change, and objects named after it are replaced`,
    )
  if (old?.model !== undefined && old.model.gitops.engine !== now.model.gitops.engine)
    notes.push(
      `topology ${name} goes from ${old.model.gitops.engine} to ${now.model.gitops.engine}: what the former applied stays until somebody removes it`,
    )
  if (now.incomplete || old?.incomplete === true)
    notes.push(`extensions of topology ${name} did not run: what they add or change is left out of this plan`)
  return notes
}
