import type { Problem, Related } from '../finding.ts'
import { latticeServiceName } from '../lattice/names.ts'
import { type Place, within } from '../source.ts'
import { clusterFolders } from './folders.ts'
import type { Model } from './model.ts'

/** Something that only one topology may have. */
interface Claim {
  readonly key: string
  readonly at: Place
  readonly say: (other: string) => Pick<Problem, 'check' | 'message'>
}

/** What several topologies of one repository, account or region cannot both have; said at the later of the two. */
export function acrossTopologies(models: readonly Model[]): readonly Problem[] {
  const first = new Map<string, { readonly model: Model; readonly at: Place }>()
  const problems: Problem[] = []
  for (const model of models) {
    for (const { key, at, say } of claimsOf(model)) {
      const before = first.get(key)
      if (before === undefined) first.set(key, { model, at })
      else if (before.model !== model)
        problems.push({ ...say(before.model.name), at, related: [other(before)] })
    }
  }
  return problems
}

function other({ model, at }: { readonly model: Model; readonly at: Place }): Related {
  return { at, message: `in topology ${model.name}` }
}

function claimsOf(model: Model): readonly Claim[] {
  return [nameClaim(model), ...clusterClaims(model), ...serviceClaims(model), ...folderClaims(model)]
}

function nameClaim({ name, gitops }: Model): Claim {
  const message = `two topologies are named ${name}; what is rendered for them would bear the same labels and names`
  return {
    key: `name ${name}`,
    at: { ...gitops.at, path: ['name'] },
    say: () => ({ check: 'duplicate-name', message }),
  }
}

// A VPC has one association with a service network, and a controller signs what it makes with its cluster's name and VPC.
function clusterClaims({ clusters }: Model): readonly Claim[] {
  const members = clusters.filter(cluster => cluster.role !== 'none')
  return members.flatMap(({ name, account, region, vpc, eksName, at }): readonly Claim[] => [
    {
      key: `cluster ${account} ${region} ${eksName}`,
      at: within(at, 'name'),
      say: topology => ({
        check: 'cluster-in-two-topologies',
        message: `cluster ${name} (EKS name ${eksName}) is in topology ${topology} too; its one controller serves one service network`,
      }),
    },
    {
      key: `vpc ${account} ${region} ${vpc}`,
      at: within(at, 'aws', 'vpc'),
      say: topology => ({
        check: 'cluster-in-two-topologies',
        message: `${vpc} is in topology ${topology} too; a VPC is associated with one service network`,
      }),
    },
  ])
}

function serviceClaims({ routes, network }: Model): readonly Claim[] {
  if (network === undefined) return []
  const { account, region } = network.config
  return routes.flatMap((route): readonly Claim[] => {
    const service = route.serviceName ?? latticeServiceName(route)
    const [hostname] = route.hostnames
    const named: Claim = {
      key: `service ${account} ${region} ${service}`,
      at: within(route.at, 'name'),
      say: topology => ({
        check: 'service-name-collision',
        message: `a route of topology ${topology} gives the Lattice service ${service} of this account and region too; one of the two would stay Conflicted`,
      }),
    }
    if (hostname === undefined || route.standalone) return [named]
    const domain: Claim = {
      key: `domain ${account} ${region} ${network.name} ${hostname}`,
      at: within(route.at, 'hostnames', 0),
      say: topology => ({
        check: 'hostname-collision',
        message: `a route of topology ${topology} has the custom domain ${hostname} in service network ${network.name} too`,
      }),
    }
    return [named, domain]
  })
}

// Two topologies may share gitops.path, but not the folder of a cluster: Argo CD and Flux take such a folder as a whole.
function folderClaims(model: Model): readonly Claim[] {
  const { repository, at } = model.gitops
  return model.clusters.flatMap(cluster =>
    clusterFolders(model, cluster).map(folder => ({
      key: `folder ${repository} ${folder}`,
      at: within(at, 'path'),
      say: (topology: string) => ({
        check: 'overlapping-paths',
        message: `the files of cluster ${cluster.name} go to ${folder}, where topology ${topology} renders to; give each topology a gitops.path of its own`,
      }),
    })),
  )
}
