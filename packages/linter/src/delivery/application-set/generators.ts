import { field, isRecord, list, record, text } from '../../fleet/fields.ts'
import { meets, requirementsOf } from '../../fleet/label-selector.ts'
import type { Planning } from '../application-plans.ts'
import { localServer, type RegisteredCluster } from '../registered-clusters.ts'
import { fill } from './fill.ts'
import { gitParams } from './git-params.ts'
import { flatten, type Generated, normalize, type Params } from './params.ts'

export interface Generating extends Planning {
  readonly registered: readonly RegisteredCluster[]
  readonly isGo: boolean
}

/** What a generator generates; `given` are the parameters of the generator before it in a matrix. */
export function generate(generator: unknown, by: Generating, given: Params = {}): Generated {
  const [kind = ''] = Object.keys(record(generator)).filter(key => key !== 'selector')
  const make = kinds.get(kind)
  const spec = fill(field(generator, kind), given, by.isGo)
  if (make === undefined)
    return { unknown: `what its generator ${JSON.stringify(kind)} gives is not in the files` }
  const made = make(spec, by, field(generator, kind))
  if ('unknown' in made) return made
  const wanted = requirementsOf(field(generator, 'selector'))
  const params = made.params
    .map(one => withValues(one, field(spec, 'values'), by.isGo))
    .filter(one => wanted.every(requirement => meets(flatten(one), requirement)))
  return { params }
}

// A matrix of two long lists is longer than anybody means it to be.
const most = 10_000

type Make = (spec: unknown, by: Generating, unfilled: unknown) => Generated

const kinds: ReadonlyMap<string, Make> = new Map<string, Make>([
  ['list', ofList],
  ['clusters', ofClusters],
  ['git', (spec, by) => gitParams(spec, by)],
  ['matrix', (_, by, unfilled) => ofMatrix(unfilled, by)],
  ['merge', (_, by, unfilled) => ofMerge(unfilled, by)],
])

function withValues(params: Params, values: unknown, isGo: boolean): Params {
  return isRecord(values) ? { ...params, values: fill(values, params, isGo) } : params
}

function ofList(spec: unknown): Generated {
  if (text(field(spec, 'elementsYaml')))
    return { unknown: 'the elements of its list generator are a template' }
  return { params: list(field(spec, 'elements')).filter(isRecord) }
}

/** Without a selector the cluster that Argo CD runs in counts too, though no Secret speaks of it. */
function ofClusters(spec: unknown, { registered }: Generating): Generated {
  if (registered.length === 0)
    return { unknown: 'its clusters generator goes by cluster Secrets, and there are none among the files' }
  const wanted = requirementsOf(field(spec, 'selector'))
  const params = registered
    .filter(({ labels }) => wanted.every(requirement => meets(labels, requirement)))
    .map(clusterParams)
  const isSaid = registered.some(({ server }) => server === localServer)
  const local = { name: 'in-cluster', nameNormalized: 'in-cluster', server: localServer, project: '' }
  return { params: wanted.length > 0 || isSaid ? params : [...params, local] }
}

function clusterParams({ name, server, project, labels, annotations }: RegisteredCluster): Params {
  const metadata = { labels: Object.fromEntries(labels), annotations: Object.fromEntries(annotations) }
  return { name, nameNormalized: normalize(name), server, project, metadata }
}

function ofMatrix(spec: unknown, by: Generating): Generated {
  const [first, second, ...more] = list(field(spec, 'generators'))
  if (second === undefined || more.length > 0)
    return { unknown: 'its matrix generator has not two generators' }
  const outer = generate(first, by)
  if ('unknown' in outer) return outer
  const params: Params[] = []
  for (const one of outer.params) {
    const inner = generate(second, by, one)
    if ('unknown' in inner) return inner
    if (params.length + inner.params.length > most)
      return { unknown: `it makes more than ${most} Applications` }
    params.push(...inner.params.map(other => ({ ...one, ...other })))
  }
  return { params }
}

/** The first generator says which there are, the others add to those that have the same keys. */
function ofMerge(spec: unknown, by: Generating): Generated {
  const keys = list(field(spec, 'mergeKeys')).flatMap(key => text(key) ?? [])
  const [first, ...others] = list(field(spec, 'generators'))
  const base = generate(first, by)
  if ('unknown' in base) return base
  let merged = base.params
  for (const other of others) {
    const more = generate(other, by)
    if ('unknown' in more) return more
    const byKeys = new Map(more.params.map(one => [keyOf(one, keys), one]))
    merged = merged.map(one => ({ ...one, ...byKeys.get(keyOf(one, keys)) }))
  }
  return { params: merged }
}

function keyOf(params: Params, keys: readonly string[]): string {
  const flat = flatten(params)
  return JSON.stringify(keys.map(key => flat.get(key) ?? null))
}
