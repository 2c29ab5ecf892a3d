import { group } from '@espalier/model'
import type { Delivery } from '../delivery/delivery.ts'
import type { Fleet } from './fleet.ts'
import { folderOf } from './kustomization.ts'
import { oncePer } from './once-per.ts'

/**
 * Answers whether what a cluster has of a file surely comes by this delivery: no other brings the file there, nor may, and every
 * kustomization is known to be part of some delivery.
 */
export const soleDelivery: (fleet: Fleet) => (delivery: Delivery, file: string) => boolean = oncePer(
  fleet => {
    const all = fleet.deliveries.flatMap(delivery =>
      [...delivery.what.linted.values()].map(({ file }) => ({ delivery, file })),
    )
    const byFile = group(all, ({ file }) => file)
    const roots = new Set(fleet.deliveries.flatMap(({ what }) => what.rootSources.map(({ file }) => file)))
    // Beside files that are delivered lies the kustomization of a base.
    const folders = new Set([...byFile.keys()].map(folderOf))
    const areDelivered = fleet.files.every(
      ({ file }) => !isKustomization(file) || roots.has(file) || folders.has(folderOf(file)),
    )
    return (delivery, file) =>
      areDelivered &&
      (byFile.get(file) ?? []).every(({ delivery: other }) => other === delivery || isApart(other, delivery))
  },
)

function isKustomization(file: string): boolean {
  return /(^|\/)(kustomization\.ya?ml|Kustomization)$/.test(file)
}

function isApart({ target: one }: Delivery, { target: other }: Delivery): boolean {
  return 'cluster' in one && 'cluster' in other && one.cluster !== other.cluster
}
