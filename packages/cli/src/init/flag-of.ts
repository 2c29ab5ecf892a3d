import type { Path } from '@espalier/model'

const flags: Readonly<Record<string, string>> = {
  name: 'name',
  'gitops.repository': 'repository',
  'gitops.revision': 'branch',
  'gitops.path': 'path',
  'gitops.flux.entry': 'path',
  'aws.account': 'account',
  'aws.region': 'region',
  'serviceNetwork.name': 'network',
}

/** The flag whose answer stands at a place of the topology that `init` writes; nothing for what follows from other answers. */
export function flagOf(path: Path): string | undefined {
  const [list, index, field] = path
  if (list !== 'clusters') return flags[path.join('.')]
  if (field === 'aws') return 'vpc'
  return field === 'name' ? `${index === 0 ? 'config' : 'workload'}-cluster` : undefined
}
