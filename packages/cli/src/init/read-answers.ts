import { basename, dirname } from 'node:path'
import { refusedNetworkName } from '@espalier/model'
import type { TopologyFile } from '../files/find-topologies.ts'
import type { Result } from '../files/result.ts'
import type { Origin } from '../git/git-origin.ts'
import type { Answers } from './answers.ts'
import { choose } from './choose.ts'
import { type Examples, examples } from './examples.ts'
import { givenVpcs } from './given-vpcs.ts'
import { httpsForm } from './https-form.ts'
import { missingAnswers } from './missing-answers.ts'
import type { TopologyFlags } from './topology-flags.ts'
import { topologyName } from './topology-name.ts'

/** The answers that the flags give, filled up by what the repository knows; or the line that says what is missing or wrong. */
export function readAnswers(flags: TopologyFlags, file: TopologyFile, origin: Origin): Result<Answers> {
  const engine = readEngine(flags)
  if (engine.error !== undefined) return engine
  const {
    'config-cluster': config = 'config',
    'workload-cluster': workloads = ['workload-1', 'workload-2'],
  } = flags
  const places = readPlaces(flags, [config, ...workloads], origin)
  if (places.error !== undefined) return places
  return { value: { engine: engine.value, ...readNames(flags, file, origin), ...places.value } }
}

function readEngine({ engine = 'argocd', provider = 'vpc-lattice' }: TopologyFlags): Result<string> {
  if (provider === 'istio')
    return { error: '--provider istio: Istio is not supported yet, only vpc-lattice is' }
  const known = choose('provider', provider, ['vpc-lattice'])
  return known.error === undefined ? choose('engine', engine, ['argocd', 'flux']) : known
}

type Names = Pick<Answers, 'name' | 'network' | 'branch' | 'path'>

function readNames(flags: TopologyFlags, file: TopologyFile, origin: Origin): Names {
  const folder = dirname(file.name)
  const { name = topologyName(basename(dirname(file.path))) } = flags
  return {
    name,
    network: flags.network ?? (refusedNetworkName(name) === undefined ? name : `${name}-network`),
    branch: flags.branch ?? origin.branch ?? 'main',
    path: flags.path ?? (folder === '.' ? 'clusters' : `${folder}/clusters`),
  }
}

type Places = Pick<Answers, 'repository' | 'account' | 'region' | 'config' | 'workloads' | 'example'>

/** What only the user knows; an example stands in for what is missing where one is asked for. */
function readPlaces(flags: TopologyFlags, clusters: readonly string[], origin: Origin): Result<Places> {
  if (holdsPassword.test(flags.repository ?? ''))
    return { error: '--repository: its address holds a password, which must not get into a file' }
  const vpcs = givenVpcs(flags.vpc ?? [], clusters)
  if (vpcs.error !== undefined) return vpcs
  const example = flags.example === true
  const instead: Partial<Examples> = example ? examples : { repository: httpsForm(origin.url ?? '') }
  const { repository = instead.repository, account = instead.account, region = instead.region } = flags
  const members = clusters.map((name, index) => ({
    name,
    vpc: vpcs.value.get(name) ?? (example ? examples.vpc(index) : undefined),
  }))
  const [config, ...workloads] = members.flatMap(({ name, vpc }) => (vpc === undefined ? [] : { name, vpc }))
  const without = members.filter(({ vpc }) => vpc === undefined).map(({ name }) => name)
  const complete = repository !== undefined && account !== undefined && region !== undefined
  if (!complete || config === undefined || without.length > 0)
    return { error: missingAnswers({ repository, account, region }, without, origin.url !== undefined) }
  return { value: { repository, account, region, config, workloads, example } }
}

const holdsPassword = /^[a-z]+:\/\/[^/]*:[^/]*@/
