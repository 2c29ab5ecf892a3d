import { group, isOlder, within } from '@espalier/model'
import type { Check } from '../check.ts'
import { fields, words } from '../check-params.ts'
import { definedKinds } from '../fleet/defined-kinds.ts'
import type { Entry, Fleet } from '../fleet/fleet.ts'
import { title } from '../fleet/title.ts'

interface Removal {
  readonly apiVersion: string
  /** Left out where it is every kind of the version. */
  readonly kinds?: readonly string[]
  /** The first release without it: `Kubernetes 1.22`. */
  readonly since: string
  /** What takes its place. */
  readonly instead: string
}

interface Params {
  readonly removals: readonly Removal[]
}

const text = { type: 'string', minLength: 1 }
const removal = fields(
  { apiVersion: text, kinds: words, since: text, instead: text },
  'apiVersion',
  'since',
  'instead',
)

/** Objects are of versions that current releases serve; where the CustomResourceDefinition is at hand, it has the say. */
export const versionIsStillServed: Check<Params> = {
  name: 'version-is-still-served',
  params: fields({ removals: { type: 'array', items: removal, minItems: 1 } }, 'removals'),
  *find(fleet, { removals }) {
    const byVersion = group(removals, ({ apiVersion }) => apiVersion)
    for (const entry of fleet.entries) {
      const { apiVersion, kind } = entry.object
      const removal = byVersion.get(apiVersion)?.find(one => one.kinds?.includes(kind) ?? true)
      if (removal === undefined || isDefined(fleet, entry) || isStillThere(fleet, removal)) continue
      yield {
        at: within(entry.place, 'apiVersion'),
        entry,
        message: `${title(entry)} is of ${apiVersion}, which ${removal.since} no longer serves; ${removal.instead} takes its place`,
      }
    }
  },
}

function isDefined(fleet: Fleet, { kind }: Entry): boolean {
  return fleet.givenKinds?.has(kind) === true || definedKinds(fleet).has(kind)
}

/** True where topology.yaml says that an older release of the Gateway API is installed. */
function isStillThere({ model }: Fleet, { since }: Removal): boolean {
  const release = /^Gateway API (v\S+)$/.exec(since)?.[1]
  return (
    release !== undefined && model?.gatewayApi !== undefined && isOlder(model.gatewayApi.version, release)
  )
}
