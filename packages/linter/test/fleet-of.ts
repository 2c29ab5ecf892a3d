import { attribute, type Fleet, type FleetCluster, readFleet, readTexts, type Tagged } from '@espalier/linter'
import type { Model } from '@espalier/model'
import { repositoryOf } from './repository-of.ts'

/** What tests say of a cluster: nothing more means a complete one whose role its name tells. */
type Facts = Readonly<Record<string, Partial<FleetCluster>>>

/** A fleet of texts by file name, a whole repository; the first folder of a file is its cluster, and a file without a folder has none. */
export function fleetOf(texts: Readonly<Record<string, string>>, facts: Facts = {}, model?: Model): Fleet {
  const tagged = Object.entries(texts).map(([file, text]): Tagged => {
    const [cluster = ''] = file.split('/')
    return { source: { file, text }, rendered: false, ...(file.includes('/') && { cluster }) }
  })
  const names = [...new Set(tagged.flatMap(({ cluster }) => cluster ?? []))]
  const clusters = names.map(
    (name): FleetCluster => ({
      name,
      role: name === 'config' ? 'config' : 'workload',
      rendered: false,
      complete: true,
      ...facts[name],
    }),
  )
  const sources = tagged.map(({ source }) => source)
  const read = readTexts(sources)
  const { deliveries } = attribute({
    repository: repositoryOf(sources),
    models: model ? [model] : [],
    read,
    given: path => (path.includes('/') ? [{ cluster: path.split('/')[0] ?? '', by: 'listed' }] : []),
  })
  return readFleet(tagged, clusters, model, { texts: read, deliveries })
}

/** `gateway.networking.k8s.io/v1 Gateway shop/cart` and further fields as a manifest. */
export function manifest(words: string, rest = ''): string {
  const [apiVersion, kind, name = ''] = words.split(' ')
  const [namespace, own] = name.includes('/') ? name.split('/') : [undefined, name]
  const where = namespace === undefined ? '' : `, namespace: ${namespace}`
  return `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: {name: ${own}${where}}\n${rest}---\n`
}
