import type { Check } from '../check.ts'
import { noParams } from '../check-params.ts'

/** Every document of a rendered tree is a Kubernetes object. */
export const documentIsManifest: Check = {
  name: 'document-is-manifest',
  params: noParams,
  find: fleet => fleet.strays,
}
