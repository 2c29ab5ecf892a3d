import { within } from '@espalier/model'
import type { Check } from '../check.ts'
import { fields } from '../check-params.ts'
import { field, text } from '../fleet/fields.ts'
import type { Entry, Fleet } from '../fleet/fleet.ts'
import { fluxMark } from '../fleet/flux-mark.ts'
import { fluxUnits } from '../fleet/flux-units.ts'
import { kinds } from '../fleet/kinds.ts'
import { title } from '../fleet/title.ts'

interface Params {
  /** Whether a Kustomization in the tree is sure to substitute it, or may come to. */
  readonly substituted: boolean
}

// A condition key, whose name has a colon in it, or one of the three characters that are written so. Others are Flux's own.
const iamVariable = /(?<!\$)\$\{(?:[A-Za-z][A-Za-z0-9-]*:[A-Za-z][^}]*|[*?$])\}/

/** IAM variables in an auth policy that Flux delivers are kept from its substitution. */
export const policyVariableIsGuarded: Check<Params> = {
  name: 'policy-variable-is-guarded',
  readsVariables: true,
  params: fields({ substituted: { type: 'boolean' } }, 'substituted'),
  *find(fleet, { substituted }) {
    const unitsOf = fluxUnits(fleet)
    for (const entry of fleet.ofKind([kinds.iamAuthPolicy])) {
      const [variable] = iamVariable.exec(text(field(entry.object, 'spec', 'policy')) ?? '') ?? []
      if (variable === undefined || fluxMark(entry, 'substitute') === 'disabled') continue
      const unit = unitsOf(entry).find(({ substitutes }) => substitutes)?.entry
      if (substituted !== (unit !== undefined) || !(unit || isOfFlux(fleet, entry))) continue
      const by = unit
        ? `${title(unit)} substitutes`
        : 'Flux substitutes wherever a Kustomization has postBuild'
      yield {
        at: within(entry.place, 'spec', 'policy'),
        entry,
        message: `the policy of ${title(entry)} holds ${variable}, which ${by}`,
        ...(unit && { related: [{ at: within(unit.place, 'spec', 'postBuild'), message: 'by this' }] }),
      }
    }
  },
}

function isOfFlux({ model, ofKind }: Fleet, { cluster, kustomized }: Entry): boolean {
  if (kustomized) return false
  if (model !== undefined) return model.gitops.engine === 'flux'
  return ofKind([kinds.kustomization]).some(unit => cluster !== undefined && unit.cluster === cluster)
}
