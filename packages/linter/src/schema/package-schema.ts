import { groupOf } from '@espalier/model'
import type { ErrorObject } from 'ajv'
import { isRecord } from '../fleet/fields.ts'
import { packageOfGroup } from '../generated/kinds/index.ts'
import type { KindSchema } from './kind-schema.ts'
import { isOutdated } from './newer-than-package.ts'
import { createUnknownFields } from './unknown-fields.ts'

/** What the packages on npm know of `apps/v1` and `Deployment`; loads no more than that kind needs. */
export async function packageSchema(apiVersion: string, kind: string): Promise<KindSchema | undefined> {
  const group = groupOf(apiVersion)
  const load = Object.hasOwn(packageOfGroup, group) ? packageOfGroup[group] : undefined
  const own = (await load?.())?.kindPackage
  const id = `${apiVersion} ${kind}`
  const packaged = own !== undefined && Object.hasOwn(own.kinds, id) ? own.kinds[id] : undefined
  if (own === undefined || packaged === undefined) return undefined
  const { prototype } = await packaged.load()
  return {
    from: `${own.name} ${own.version}`,
    errorsOf: object =>
      thrownBy(() => prototype.validate.call(object)).filter(error => !isOutdated(id, error)),
    unknownFields: createUnknownFields(packaged.shape, own.shapes),
  }
}

function thrownBy(validate: () => void): readonly ErrorObject[] {
  try {
    validate()
    return []
  } catch (thrown) {
    if (!isRecord(thrown) || !Array.isArray(thrown.errors)) throw thrown
    return thrown.errors
  }
}
