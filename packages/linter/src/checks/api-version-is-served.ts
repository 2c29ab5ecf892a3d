import { groupOf, isOlder, within } from '@espalier/model'
import type { Check } from '../check.ts'
import { fields, kindNames, words } from '../check-params.ts'
import { latticeOf } from '../fleet/lattice.ts'
import { clusterTitle, title } from '../fleet/title.ts'

interface Params {
  readonly kinds: readonly string[]
  readonly versions: readonly string[]
  /** The release of the Gateway API that no longer serves them. */
  readonly since: string
  /** They are gone from this channel only. */
  readonly channel?: 'standard' | 'experimental'
}

/** Objects are of a version that the Gateway API serves, as far as topology.yaml tells which release its clusters have. */
export const apiVersionIsServed: Check<Params> = {
  name: 'api-version-is-served',
  params: fields(
    {
      kinds: kindNames,
      versions: words,
      since: { type: 'string', pattern: '^v\\d+\\.\\d+\\.\\d+$' },
      channel: { enum: ['standard', 'experimental'] },
    },
    'kinds',
    'versions',
    'since',
  ),
  *find(fleet, { kinds, versions, since, channel }) {
    const known = fleet.model?.gatewayApi
    if (known === undefined || isOlder(known.version, since)) return
    if (channel !== undefined && known.channel !== channel) return
    for (const entry of latticeOf(fleet, kinds)) {
      const { apiVersion, kind } = entry.object
      const version = apiVersion.slice(groupOf(apiVersion).length + 1)
      if (!versions.includes(version) || entry.cluster === undefined || entry.cluster.role === 'none')
        continue
      yield {
        at: within(entry.place, 'apiVersion'),
        entry,
        message: `${title(entry)} is a ${kind} ${version}, but the Gateway API ${known.version} in ${clusterTitle(entry)} serves only v1`,
      }
    }
  },
}
