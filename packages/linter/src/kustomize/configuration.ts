import { field, isRecord, list } from '../fleet/fields.ts'
import { commonAnnotations, commonLabels, templateLabels } from './default-labels.ts'
import { type NameReference, nameReferences } from './default-references.ts'
import type { FieldSpec } from './field-spec.ts'
import { fieldSpecsIn, selectorIn } from './field-specs-in.ts'

/** Which fields the transformers of kustomize change; files under `configurations` add to it. */
export interface Configuration {
  readonly commonLabels: readonly FieldSpec[]
  readonly templateLabels: readonly FieldSpec[]
  readonly labels: readonly FieldSpec[]
  readonly commonAnnotations: readonly FieldSpec[]
  readonly namespace: readonly FieldSpec[]
  readonly namePrefix: readonly FieldSpec[]
  readonly nameSuffix: readonly FieldSpec[]
  readonly nameReference: readonly NameReference[]
}

const name: FieldSpec = { path: 'metadata/name' }

export const defaultConfiguration: Configuration = {
  commonLabels,
  templateLabels,
  labels: [],
  commonAnnotations,
  namespace: [
    { path: 'metadata/name', kind: 'Namespace', version: 'v1', create: true },
    { path: 'spec/service/namespace', group: 'apiregistration.k8s.io', kind: 'APIService', create: true },
    {
      path: 'spec/conversion/webhook/clientConfig/service/namespace',
      group: 'apiextensions.k8s.io',
      kind: 'CustomResourceDefinition',
    },
  ],
  namePrefix: [name],
  nameSuffix: [name],
  nameReference: nameReferences,
}

/** What a file under `configurations` says. */
export function configurationIn(value: unknown): Configuration {
  const specs = (key: string): readonly FieldSpec[] => list(field(value, key)).flatMap(fieldSpecsIn)
  return {
    commonLabels: specs('commonLabels'),
    templateLabels: specs('templateLabels'),
    labels: specs('labels'),
    commonAnnotations: specs('commonAnnotations'),
    namespace: specs('namespace').filter(({ path }) => path !== 'metadata/namespace'),
    namePrefix: specs('namePrefix'),
    nameSuffix: specs('nameSuffix'),
    nameReference: list(field(value, 'nameReference')).flatMap(one =>
      isRecord(one) ? [{ ...selectorIn(one), fieldSpecs: list(one.fieldSpecs).flatMap(fieldSpecsIn) }] : [],
    ),
  }
}

/** The first with what the second adds. */
export function mergeConfigurations(one: Configuration, other: Configuration): Configuration {
  if (one === other || other === defaultConfiguration) return one
  return {
    commonLabels: union(one.commonLabels, other.commonLabels),
    templateLabels: union(one.templateLabels, other.templateLabels),
    labels: union(one.labels, other.labels),
    commonAnnotations: union(one.commonAnnotations, other.commonAnnotations),
    namespace: union(one.namespace, other.namespace),
    namePrefix: union(one.namePrefix, other.namePrefix),
    nameSuffix: union(one.nameSuffix, other.nameSuffix),
    nameReference: union(one.nameReference, other.nameReference),
  }
}

/** Both lists, without what says the same twice. */
export function union<T>(one: readonly T[], other: readonly T[]): readonly T[] {
  const all = new Map<string, T>()
  for (const spec of [...one, ...other]) {
    const key = JSON.stringify(spec)
    if (!all.has(key)) all.set(key, spec)
  }
  return [...all.values()]
}
