import { createAsWritten, keyOf, settle, within } from '@espalier/model'
import type { Check } from '../check.ts'
import { noParams } from '../check-params.ts'
import { keysOf } from '../fleet/entries-with.ts'
import { field, record } from '../fleet/fields.ts'
import type { Entry, Fleet } from '../fleet/fleet.ts'
import { kinds } from '../fleet/kinds.ts'
import { title } from '../fleet/title.ts'
import { kubernetesName, kustomizeName, mayBeReadOtherwise } from '../schema/field-name-reading.ts'

/** Names that authors choose, such as those of labels and of the data of a ConfigMap, are texts to whoever reads them. */
export const fieldNamesAreTexts: Check = {
  name: 'field-names-are-texts',
  params: noParams,
  *find(fleet) {
    const written = createAsWritten()
    for (const { entry, path } of doubtfulNames(fleet)) {
      const at = keyOf(within(entry.place, ...path))
      const name = written(settle(at))
      const reading = name === undefined ? undefined : readingOf(name, entry)
      if (reading === undefined) continue
      const named = entry.kind === kinds.secret ? 'a name' : `the name ${name}`
      const among = path.slice(0, -1).join('.')
      yield {
        at,
        entry,
        message: `${named} in ${among} of ${title(entry)} is without quotes, and ${reading}`,
      }
    }
  },
}

interface DoubtfulName {
  readonly entry: Entry
  readonly path: readonly string[]
}

function doubtfulNames(fleet: Fleet): readonly DoubtfulName[] {
  const inMetadata = (['labels', 'annotations'] as const).flatMap(part =>
    [...keysOf(fleet, part)]
      .filter(([name]) => mayBeReadOtherwise(name))
      .flatMap(([name, entries]) => entries.map(entry => ({ entry, path: ['metadata', part, name] }))),
  )
  const elsewhere = [...mappings].flatMap(([kind, paths]) =>
    fleet.ofKind([kind]).flatMap(entry => paths.flatMap(path => namesIn(entry, path))),
  )
  return [...inMetadata, ...elsewhere]
}

function namesIn(entry: Entry, path: readonly string[]): readonly DoubtfulName[] {
  return Object.keys(record(field(entry.object, ...path)))
    .filter(mayBeReadOtherwise)
    .map(name => ({ entry, path: [...path, name] }))
}

function readingOf(name: string, { viaKustomize }: Entry): string | undefined {
  const read = viaKustomize ? kustomizeName(name) : kubernetesName(name)
  return read && (viaKustomize ? `kustomize refuses it as ${read}` : `Kubernetes reads ${read}`)
}

const data = [['data'], ['stringData'], ['binaryData']]
const templates = [
  ['spec', 'selector', 'matchLabels'],
  ['spec', 'template', 'metadata', 'labels'],
  ['spec', 'template', 'metadata', 'annotations'],
  ['spec', 'template', 'spec', 'nodeSelector'],
]
/** Mappings of some kinds whose names are their authors'. */
const mappings: ReadonlyMap<string, readonly (readonly string[])[]> = new Map([
  [kinds.secret, data],
  ['ConfigMap', data],
  [kinds.service, [['spec', 'selector']]],
  ['Pod', [['spec', 'nodeSelector']]],
  ...['Deployment.apps', 'StatefulSet.apps', 'DaemonSet.apps', 'ReplicaSet.apps', 'Job.batch'].map(
    kind => [kind, templates] as const,
  ),
])
