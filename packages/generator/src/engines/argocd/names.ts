import type { Cluster } from '@espalier/model'

/** Application names are label values too. */
export const longestName = 63

export const names = {
  root: (topology: string): string => `${topology}-root`,
  platform: (topology: string): string => `${topology}-platform`,
  cluster: (topology: string, cluster: Cluster): string => `${topology}-${cluster.name}`,
  /** The project of a namespace's team. */
  team: (topology: string, namespace: string): string => `${topology}-apps-${namespace}`,
  application: (topology: string, cluster: Cluster, unit: string): string =>
    `${topology}-${cluster.name}-${unit}`,
}
