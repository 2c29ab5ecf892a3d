import { type Place, settle, within } from '@espalier/model'
import type { Check } from '../check.ts'
import { noParams } from '../check-params.ts'
import { fieldName } from '../fleet/field-name.ts'
import type { Entry } from '../fleet/fleet.ts'
import { fluxMark } from '../fleet/flux-mark.ts'
import { fluxUnits } from '../fleet/flux-units.ts'
import { kinds } from '../fleet/kinds.ts'
import { strings } from '../fleet/strings.ts'
import { title } from '../fleet/title.ts'

// Without an operator, which would give another value; `$${x}` is written for `${x}`.
const variable = /(?<!\$)\$\{([A-Za-z_][A-Za-z0-9_]*)\}/g

/** The variables in what a Kustomization of Flux substitutes are among those that it gives values to. */
export const variableHasValue: Check = {
  name: 'variable-has-value',
  readsVariables: true,
  params: noParams,
  *find(fleet) {
    const units = fleet.ofKind([kinds.kustomization])
    if (units.length === 0) return
    const ofUnits = new Set(units.map(({ place }) => place.source.file))
    const unitsOf = fluxUnits(fleet)
    for (const entry of fleet.entries) {
      if (!entry.place.source.text.includes('${') || fluxMark(entry, 'substitute') === 'disabled') continue
      const unit = unitsOf(entry).find(({ substitutes }) => substitutes)
      if (unit?.variables === undefined) continue
      for (const { text, at } of strings(entry)) {
        const unknown = [...text.matchAll(variable)].map(([, name = '']) => name)
        const name = unknown.find(one => unit.variables?.has(one) === false)
        if (name === undefined || isPatchedIn(entry, at, ofUnits)) continue
        yield {
          at,
          entry,
          message: `${fieldName(entry, at)} of ${title(entry)} asks for the variable ${name}, to which ${title(unit.entry)} gives no value`,
          related: [{ at: within(unit.entry.place, 'spec', 'postBuild'), message: 'its variables are here' }],
        }
      }
    }
  },
}

// What a Kustomization patches into an object is filled in with the Kustomization, by whoever delivers that.
function isPatchedIn({ place }: Entry, at: Place, ofUnits: ReadonlySet<string>): boolean {
  const { file } = settle(at).source
  return file !== place.source.file && ofUnits.has(file)
}
