import { placeOf } from '@espalier/model'
import type { Check } from '../check.ts'
import { noParams } from '../check-params.ts'
import type { Dispute } from '../delivery/delivery.ts'
import { delivering } from '../fleet/delivering.ts'

/** Engines deliver files to no other cluster than the rendered tree, lint.clusters or --cluster say. */
export const clusterIsUndisputed: Check = {
  name: 'cluster-is-undisputed',
  params: noParams,
  *find(fleet) {
    for (const { delivery, entry } of delivering(fleet)) {
      const { target, title, targetAt, what, disputes } = delivery
      for (const dispute of disputes) {
        if (!('cluster' in target)) continue
        const declared = fleet.clusters.find(({ name }) => name === dispute.cluster)?.at
        yield {
          at: targetAt,
          entry,
          message: `${title} delivers ${what.path || 'the whole repository'} to cluster ${target.cluster}, but ${words(dispute)}`,
          related: [
            { at: placeOf(dispute.source), message: `this file belongs to cluster ${dispute.cluster}` },
            ...(declared ? [{ at: declared, message: `cluster ${dispute.cluster} is declared here` }] : []),
          ],
        }
      }
    }
  },
}

function words({ by, cluster, source }: Dispute): string {
  if (by === 'rendered') return `${source.file} lies in the rendered tree of cluster ${cluster}`
  const said = by === 'listed' ? 'lint.clusters says' : '--cluster says'
  return `${said} that ${source.file} is of cluster ${cluster}`
}
