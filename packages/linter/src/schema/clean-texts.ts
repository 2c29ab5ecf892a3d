import type { KubeObject } from '@espalier/model'
import { type Document, readDocuments } from '../fleet/documents.ts'
import { isManifest } from '../fleet/manifest.ts'
import type { KindSchema } from './kind-schema.ts'
import { knownSchema } from './known-schema.ts'

/**
 * Says of each text whether its objects are surely as the schemas that Espalier knows want them. Of any other text nothing is said: it is
 * for whoever knows the whole fleet, its CustomResourceDefinitions included, to look at it again.
 */
export async function cleanTexts(texts: readonly string[]): Promise<readonly boolean[]> {
  const schemas = new Map<string, KindSchema | undefined>()
  const schemaOf = async ({ apiVersion, kind }: KubeObject): Promise<KindSchema | undefined> => {
    const id = `${apiVersion} ${kind}`
    if (!schemas.has(id)) schemas.set(id, await knownSchema(apiVersion, kind))
    return schemas.get(id)
  }
  const isClean = async ({ value, ambiguous }: Document): Promise<boolean> => {
    if (!isManifest(value)) return true
    const schema = ambiguous.length === 0 ? await schemaOf(value) : undefined
    return schema !== undefined && isFaultless(value, schema)
  }
  const clean: boolean[] = []
  for (const text of texts) {
    const verdicts = await Promise.all(readDocuments({ file: '', text }).documents.map(isClean))
    clean.push(verdicts.every(Boolean))
  }
  return clean
}

function isFaultless(object: KubeObject, schema: KindSchema): boolean {
  return schema.unknownFields(object).length === 0 && schema.errorsOf(object).length === 0
}
