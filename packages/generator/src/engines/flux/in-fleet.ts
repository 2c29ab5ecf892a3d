import type { Model, TeamSource } from '@espalier/model'

/** True where Flux has a team's files already, with the rendered ones. */
export function inFleet({ gitops }: Model, { repository, revision }: TeamSource): boolean {
  return repository === gitops.repository && revision === gitops.revision
}
