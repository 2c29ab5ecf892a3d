import type { Check } from '../check.ts'
import { noParams } from '../check-params.ts'
import type { Entry, Fleet } from '../fleet/fleet.ts'
import { kinds } from '../fleet/kinds.ts'
import { annotationAt, importedExport } from '../fleet/refs.ts'
import { clusterTitle, title } from '../fleet/title.ts'

const targetGroup = /^arn:[^:]*:vpc-lattice:([^:]*):([^:]*):targetgroup\/tg-[0-9a-z]{17}$/

/** The target group that a ServiceImport names is one of VPC Lattice, in the Region and account of its cluster. */
export const targetGroupArnIsUsable: Check = {
  name: 'target-group-arn-is-usable',
  params: noParams,
  *find(fleet) {
    for (const entry of fleet.ofKind([kinds.serviceImport])) {
      const { targetGroupArn } = importedExport(entry)
      const why = targetGroupArn && refusal(fleet, entry, targetGroupArn)
      if (!why) continue
      yield {
        at: annotationAt(entry, 'target-group-arn'),
        entry,
        message: `${title(entry)} names the target group ${targetGroupArn}, ${why}`,
      }
    }
  },
}

function refusal({ model }: Fleet, entry: Entry, arn: string): string | undefined {
  const [, region, account] = targetGroup.exec(arn) ?? []
  if (region === undefined || account === undefined) return 'which is no ARN of a target group of VPC Lattice'
  const own = model?.clusters.find(({ name }) => name === entry.cluster?.name)
  if (own?.region !== undefined && own.region !== region)
    return `which is in ${region || 'no Region'}, but ${clusterTitle(entry)} is in ${own.region}`
  if (own?.account !== undefined && own.account !== account)
    return `which is of account ${account || '(none)'}, but ${clusterTitle(entry)} is of ${own.account}`
  return undefined
}
