import { didYouMean, type Model } from '@espalier/model'

/** What to say where a cluster is asked for that no topology has; nothing where no topology can be read, which is said elsewhere. */
export function unknownCluster(names: readonly string[], models: readonly Model[]): string | undefined {
  const known = models.flatMap(({ clusters }) => clusters.map(({ name }) => name))
  const unknown = names.find(name => !known.includes(name))
  if (unknown === undefined || models.length === 0) return undefined
  return `no cluster is named "${unknown}"${didYouMean(unknown, known)}`
}
