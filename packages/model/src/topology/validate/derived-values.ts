import type { Problem } from '../../finding.ts'
import { fieldOf } from '../../schema-words.ts'
import { keyOf, type Path, within } from '../../source.ts'
import type { ControllerEntry } from '../types.ts'
import { controllerEntries, type Entry, type Written } from '../written.ts'

/** Helm values and the fields to use instead, those with a dot in front beside `values`. Source: aws-application-networking-k8s@v2.1.3 helm/values.yaml. */
const derived: readonly (readonly [path: Path, instead: string])[] = [
  [['awsAccountId'], 'aws.account or clusters[].aws.account'],
  [['awsRegion'], 'aws.region or clusters[].aws.region'],
  [['clusterName'], 'clusters[].eks.name'],
  [['clusterVpcId'], 'clusters[].aws.vpc'],
  [['defaultServiceNetwork'], 'clusters[].association: controller'],
  [['reconcileDefaultResyncSeconds'], '.resyncSeconds'],
  [['serviceAccount', 'annotations', 'eks.amazonaws.com/role-arn'], '.roleArn'],
  [['webhookEnabled'], '.webhook'],
  [['webhookTLS'], '.webhook'],
]

/** Says of every Helm value that would contradict the topology which field to use instead. */
export function derivedValueProblems(written: Written): readonly Problem[] {
  return controllerEntries(written).flatMap(setIn)
}

function setIn({ value: { values }, at }: Entry<ControllerEntry>): readonly Problem[] {
  return derived
    .filter(([path]) => holds(values, path))
    .map(([path, instead]) => ({
      check: 'derived-value-is-free',
      message: `the Helm value ${fieldOf({ ...at, path })} is derived from the topology; set ${instead.startsWith('.') ? fieldOf(at) : ''}${instead} instead`,
      at: keyOf(within(at, 'values', ...path)),
    }))
}

function holds(value: unknown, [step, ...rest]: Path): boolean {
  if (step === undefined) return true
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return false
  return holds(Reflect.get(value, step), rest)
}
