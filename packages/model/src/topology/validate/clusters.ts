import type { Problem } from '../../finding.ts'
import { keyOf, type Place, within } from '../../source.ts'
import type { ClusterEntry } from '../types.ts'
import { at, clusterEntries, type Entry, type Written } from '../written.ts'

/** What a service network asks of the clusters that take part in it (facts: one account, one region, unique names, one config cluster). */
export function clusterProblems(written: Written): readonly Problem[] {
  if (written.topology.serviceNetwork === undefined) return rolesWithoutNetwork(written)
  const members = clusterEntries(written).filter(({ value }) => value.role !== undefined)
  return [
    ...configCount(written, members),
    ...missingAws(written, members),
    ...differing(written, members, 'account'),
    ...differing(written, members, 'region'),
    ...sameEksName(members),
  ]
}

function rolesWithoutNetwork(written: Written): readonly Problem[] {
  const routes = written.topology.routes ?? []
  const missing = (message: string, at: Place): Problem => ({ check: 'missing-field', message, at })
  return [
    ...clusterEntries(written)
      .filter(({ value }) => value.role !== undefined)
      .map(({ value, at }) =>
        missing(
          `cluster ${value.name} has a role in a serviceNetwork, and there is none`,
          within(at, 'role'),
        ),
      ),
    ...(routes.length === 0
      ? []
      : [missing('routes need a serviceNetwork; there is none', keyOf(at(written, 'routes')))]),
  ]
}

function configCount(written: Written, members: readonly Entry<ClusterEntry>[]): readonly Problem[] {
  const configs = members.filter(({ value }) => value.role === 'config')
  const heirs = configs.filter(({ value }) => value.replaces !== undefined)
  const [first, ...others] = configs.filter(({ value }) => value.replaces === undefined)
  if (configs.length === 0) {
    const message =
      'no cluster has role: config, but a service network needs the one that holds its Gateway and routes'
    return [{ check: 'config-cluster-count', message, at: keyOf(at(written, 'clusters')) }]
  }
  return [...others, ...heirs.slice(1)]
    .map(
      ({ value, at }): Problem => ({
        check: 'config-cluster-count',
        message: `cluster ${value.name} is one config cluster too many beside ${first?.value.name ?? heirs[0]?.value.name}`,
        at: within(at, 'role'),
        related: first === undefined ? [] : [{ at: within(first.at, 'role'), message: 'the first one' }],
      }),
    )
    .concat(
      heirs
        .filter(({ value }) => value.replaces !== first?.value.name)
        .map(heir => replacesNobody(heir, first)),
    )
}

function replacesNobody({ value, at }: Entry<ClusterEntry>, old: Entry<ClusterEntry> | undefined): Problem {
  const meant =
    old === undefined ? 'there is no other config cluster' : `the other config cluster is ${old.value.name}`
  const message = `cluster ${value.name} replaces ${value.replaces}, but ${meant}`
  return { check: 'unknown-reference', message, at: within(at, 'replaces') }
}

function missingAws(written: Written, members: readonly Entry<ClusterEntry>[]): readonly Problem[] {
  return (['account', 'region', 'vpc'] as const).flatMap(field => {
    const common = field === 'vpc' ? undefined : written.topology.aws?.[field]
    const without = members.filter(({ value }) => common === undefined && value.aws?.[field] === undefined)
    const [first] = without
    if (first === undefined) return []
    if (field !== 'vpc' && without.length === members.length) {
      const message = `aws.${field} is missing: the controllers and imports of all clusters need it`
      return {
        check: 'missing-field',
        message,
        at: keyOf(at(written, written.topology.aws === undefined ? 'clusters' : 'aws')),
      }
    }
    return without.map(({ value, at }) => ({
      check: 'missing-field',
      message: `aws.${field} of cluster ${value.name} is missing: its controller and imports need it`,
      at: within(at, 'name'),
    }))
  })
}

function differing(
  written: Written,
  members: readonly Entry<ClusterEntry>[],
  field: 'account' | 'region',
): readonly Problem[] {
  const [first, ...others] = members.map(member => ({
    member,
    is: member.value.aws?.[field] ?? written.topology.aws?.[field],
  }))
  return others.flatMap(({ member, is }) => {
    if (is === undefined || first?.is === undefined || is === first.is) return []
    const message = `cluster ${member.value.name} is in ${field} ${is}, ${first.member.value.name} in ${first.is}; imports cannot cross ${field}s`
    const own = member.value.aws?.[field] === undefined ? ['name'] : ['aws', field]
    return {
      check: 'clusters-apart',
      message,
      at: within(member.at, ...own),
      related: [{ at: first.member.at, message: first.member.value.name }],
    }
  })
}

function sameEksName(members: readonly Entry<ClusterEntry>[]): readonly Problem[] {
  const seen = new Map<string, Entry<ClusterEntry>>()
  return members.flatMap(member => {
    const name = member.value.eks?.name ?? member.value.name
    const before = seen.get(name)
    seen.set(name, before ?? member)
    if (before === undefined || member.value.name === before.value.name) return []
    const message = `clusters ${before.value.name} and ${member.value.name} have the same EKS name ${name}; their controllers would take each other's target groups`
    const place =
      member.value.eks?.name === undefined ? within(member.at, 'name') : within(member.at, 'eks', 'name')
    return {
      check: 'duplicate-name',
      message,
      at: place,
      related: [{ at: before.at, message: before.value.name }],
    }
  })
}
