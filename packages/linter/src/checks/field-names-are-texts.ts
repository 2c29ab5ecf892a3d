import { createAsWritten, keyOf, type Place, settle, within } from '@espalier/model'
import type { Check } from '../check.ts'
import { noParams } from '../check-params.ts'
import { field, record } from '../fleet/fields.ts'
import type { Entry } from '../fleet/fleet.ts'
import { kinds } from '../fleet/kinds.ts'
import { title } from '../fleet/title.ts'
import { kubernetesName, kustomizeName, mayBeReadOtherwise } from '../schema/field-name-reading.ts'

/** Names that authors choose, such as those of labels and of the data of a ConfigMap, are texts to whoever reads them. */
export const fieldNamesAreTexts: Check = {
  name: 'field-names-are-texts',
  params: noParams,
  *find(fleet) {
    const written = createAsWritten()
    for (const entry of fleet.entries) {
      for (const { at, among } of doubtfulNames(entry)) {
        const name = written(settle(at))
        const reading = name === undefined ? undefined : readingOf(name, entry)
        if (reading === undefined) continue
        const named = entry.kind === kinds.secret ? 'a name' : `the name ${name}`
        yield {
          at,
          entry,
          message: `${named} in ${among} of ${title(entry)} is without quotes, and ${reading}`,
        }
      }
    }
  },
}

interface DoubtfulName {
  readonly at: Place
  readonly among: string
}

function* doubtfulNames({ object, place, kind }: Entry): Iterable<DoubtfulName> {
  for (const path of ofKinds.get(kind) ?? ofAll)
    for (const name of Object.keys(record(field(object, ...path))))
      if (mayBeReadOtherwise(name)) yield { at: keyOf(within(place, ...path, name)), among: path.join('.') }
}

function readingOf(name: string, { viaKustomize }: Entry): string | undefined {
  const read = viaKustomize ? kustomizeName(name) : kubernetesName(name)
  return read && (viaKustomize ? `kustomize refuses it as ${read}` : `Kubernetes reads ${read}`)
}

const ofAll: readonly (readonly string[])[] = [
  ['metadata', 'labels'],
  ['metadata', 'annotations'],
]
const data = [...ofAll, ['data'], ['stringData'], ['binaryData']]
const templates = [
  ...ofAll,
  ['spec', 'selector', 'matchLabels'],
  ['spec', 'template', 'metadata', 'labels'],
  ['spec', 'template', 'metadata', 'annotations'],
  ['spec', 'template', 'spec', 'nodeSelector'],
]
const ofKinds: ReadonlyMap<string, readonly (readonly string[])[]> = new Map([
  [kinds.secret, data],
  ['ConfigMap', data],
  [kinds.service, [...ofAll, ['spec', 'selector']]],
  ['Pod', [...ofAll, ['spec', 'nodeSelector']]],
  ...['Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet'].map(
    kind => [`${kind}.apps`, templates] as const,
  ),
  ['Job.batch', templates],
])
