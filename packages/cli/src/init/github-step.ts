import { project } from './project.ts'

/** A step that runs Espalier's Action; `also` are further lines of its inputs. */
export function githubStep(command: string, topology: string, also: readonly string[] = []): string {
  const inputs = [
    `command: ${command}`,
    ...(topology === 'topology.yaml' ? [] : [`topology: ${topology}`]),
    ...also,
  ]
  return `\
        uses: ${project.action} # zizmor: ignore[unpinned-uses] a release's tag is never moved
        with:
${inputs.map(line => `          ${line}`).join('\n')}
`
}
