export const usage = `Usage: espalier render [options]

Writes what each cluster must hold for Argo CD or Flux, as the topology says.
Only files that Espalier rendered from this topology are replaced or removed,
also where gitops.path was before; where that would lose a hand edit that Git
does not have, nothing is written.

  --topology FILE  the topology; repeatable
                   (default: topology.yaml here or in a parent folder)
  --check          write nothing; list what is missing, changed, stale or
                   foreign, and exit 1 if anything is
  --cluster NAME   only the files of this cluster; repeatable
  --force          overwrite hand edits, and take over the files of a topology
                   that was renamed
  --staged         exit 1 also unless what is staged for the next commit is the
                   tree as rendered; for commit hooks
  --no-extensions  stop where the topology has extensions instead of running
                   them; with --check, say only what is sure without them
`

export const options = {
  topology: { type: 'string', multiple: true },
  check: { type: 'boolean', default: false },
  cluster: { type: 'string', multiple: true },
  force: { type: 'boolean', default: false },
  staged: { type: 'boolean', default: false },
  'no-extensions': { type: 'boolean', default: false },
} as const

/** What one topology needs to know of the command line. */
export interface RenderOptions {
  readonly check: boolean
  readonly cluster: readonly string[]
  readonly force: boolean
  readonly staged: boolean
  readonly 'no-extensions': boolean
}
