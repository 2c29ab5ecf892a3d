import { project } from './project.ts'
import type { Surroundings } from './surroundings.ts'

/** The configuration of pre-commit, for commits that carry the tree. */
export function preCommit({ topology }: Surroundings): string {
  const args = topology === 'topology.yaml' ? '' : `        args: [--topology, ${topology}]\n`
  return `\
# pre-commit install, once in every clone, has these run before each commit.
repos:
  - repo: ${project.hooks}
    rev: ${project.tag}
    hooks:
      # espalier-render in its place renders the tree instead of only saying that it is not up to date.
      - id: espalier-check
${args}\
      - id: espalier-lint
${args}`
}
