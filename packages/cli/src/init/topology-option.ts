/** The option that names a topology to a command in the repository's root, which finds topology.yaml there by itself. */
export function topologyOption(topology: string): string {
  return topology === 'topology.yaml' ? '' : ` --topology ${topology}`
}
