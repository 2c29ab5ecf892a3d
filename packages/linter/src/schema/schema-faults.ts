import { createAsWritten, group, groupKind, groupOf, placeKey, within } from '@espalier/model'
import type { Entry, Fleet } from '../fleet/fleet.ts'
import { title } from '../fleet/title.ts'
import type { Crd } from './crd.ts'
import type { createCrdCompiler } from './crd-compiler.ts'
import { crdShelf } from './crd-shelf.ts'
import type { KindSchema } from './kind-schema.ts'
import { latticeSchema } from './lattice-schema.ts'
import { objectFaults } from './object-faults.ts'
import { packageSchema } from './package-schema.ts'
import type { SchemaFault } from './schema-fault.ts'
import { unknownKinds } from './unknown-kinds.ts'

type Compile = ReturnType<typeof createCrdCompiler>

/** Every fault of the objects of a fleet, each by the schema of its kind; schemas are loaded as they are needed. */
export async function schemaFaults(
  fleet: Pick<Fleet, 'entries' | 'patches'>,
  given: readonly Crd[],
): Promise<readonly SchemaFault[]> {
  const { entries, patches } = fleet
  const crdOf = crdShelf(entries, given)
  const all = [...entries, ...patches]
  const byCrd = new Map(all.map(entry => [entry, crdOf(entry)]))
  const others = all.filter(entry => byCrd.get(entry) === undefined)
  const known = await knownSchemas(others)
  const compile =
    others.length < all.length ? (await import('./crd-compiler.ts')).createCrdCompiler() : undefined
  const written = createAsWritten()
  const parts = new Set(patches)

  const faults = all.flatMap(entry => {
    const crd = byCrd.get(entry)
    const judged = crd && compile ? byVersion(entry, crd, compile) : { schema: known.get(idOf(entry)) }
    if (judged.schema === undefined) return judged.fault ?? []
    const isPart = parts.has(entry) || (entry.kustomized && !entry.rendered)
    return objectFaults(entry, judged.schema, { isPart, written })
  })
  const unknown = others.filter(entry => known.get(idOf(entry)) === undefined)
  return [...distinct(faults), ...unknownKinds(unknown)]
}

function idOf({ object }: Entry): string {
  return `${object.apiVersion} ${object.kind}`
}

async function knownSchemas(entries: readonly Entry[]): Promise<ReadonlyMap<string, KindSchema>> {
  const kinds = group(entries, idOf)
  const loaded = await Promise.all(
    [...kinds].map(
      async ([
        id,
        [
          {
            object: { apiVersion, kind },
          },
        ],
      ]) => {
        const schema = (await latticeSchema(apiVersion, kind)) ?? (await packageSchema(apiVersion, kind))
        return [id, schema] as const
      },
    ),
  )
  return new Map(loaded.flatMap(([id, schema]) => (schema === undefined ? [] : [[id, schema]])))
}

interface Judged {
  readonly schema?: KindSchema | undefined
  readonly fault?: readonly SchemaFault[]
}

function byVersion(entry: Entry, { versions, place }: Crd, compile: Compile): Judged {
  const { apiVersion } = entry.object
  const name = apiVersion.slice(groupOf(apiVersion).length + 1)
  const served = versions.filter(version => version.served)
  const version = served.find(one => one.name === name)
  if (version === undefined) {
    const names = served.map(one => one.name).join(', ') || 'no version'
    const message = `${title(entry)} is of ${apiVersion}, but its CustomResourceDefinition serves ${names}`
    const related = [{ at: place, message: 'the CustomResourceDefinition is here' }]
    return {
      fault: [{ fault: 'unserved-version', at: within(entry.place, 'apiVersion'), entry, message, related }],
    }
  }
  const { schema, fault } = compile(version.openApi)
  if (schema !== undefined) return { schema }
  const message = `the schema of ${groupKind(entry.object)} ${name} cannot be used: ${fault}`
  return { fault: [{ fault: 'unusable-crd', at: version.at, message }] }
}

/** What many objects of a kind meet in one place, its CustomResourceDefinition, is said once. */
function distinct(faults: readonly SchemaFault[]): readonly SchemaFault[] {
  const seen = new Set<unknown>()
  return faults.filter(({ fault, at }) => {
    if (fault !== 'unusable-crd') return true
    const key = placeKey(at)
    return !seen.has(key) && seen.add(key)
  })
}
