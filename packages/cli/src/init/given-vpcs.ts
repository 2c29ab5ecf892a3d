import { didYouMean } from '@espalier/model'
import type { Result } from '../files/result.ts'

/** What every `--vpc NAME=VPC` says, by the name of the cluster. */
export function givenVpcs(
  given: readonly string[],
  clusters: readonly string[],
): Result<ReadonlyMap<string, string>> {
  const vpcs = new Map<string, string>()
  for (const text of given) {
    const [, name, vpc] = /^([^=]+)=(.+)$/s.exec(text) ?? []
    if (name === undefined || vpc === undefined) return { error: `--vpc ${text}: CLUSTER=VPC is expected` }
    if (!clusters.includes(name))
      return { error: `--vpc ${text}: no cluster is named "${name}"${didYouMean(name, clusters)}` }
    if (vpcs.has(name)) return { error: `--vpc ${text}: cluster ${name} has ${vpcs.get(name)} already` }
    vpcs.set(name, vpc)
  }
  return { value: vpcs }
}
