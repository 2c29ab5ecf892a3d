import { kubernetesValue } from './kubernetes-reading.ts'

/**
 * What Kubernetes reads in place of the name of a field that is written without quotes; undefined where the name stays what it is. Whoever
 * reads with sigs.k8s.io/yaml, as kubectl and Argo CD do, writes the value out as a name again, in its own way.
 */
export function kubernetesName(plain: string): string | undefined {
  const value = readName(plain)
  return String(value) === plain ? undefined : titleOf(value)
}

/** What kustomize reads in place of it, and refuses; it takes the words of YAML 1.1 for texts. */
export function kustomizeName(plain: string): string | undefined {
  if (/^[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}$/.test(plain)) return 'a date'
  const value = readName(plain)
  return typeof value === 'boolean' && !yamlBoolean.test(plain) ? undefined : titleOf(value)
}

/** False for nearly every name that is surely read as it is written, whether it was in quotes or not. */
export function mayBeReadOtherwise(name: string): boolean {
  return name.length <= 5 && word.test(name) ? true : number.test(name)
}

const word = /^(y|n|yes|no|on|off|true|false)$/i
const number = /^[-+]?[.0-9][-+0-9a-fA-FoxbE._]*$/
const yamlBoolean = /^(true|True|TRUE|false|False|FALSE)$/
const yamlNumber = /^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$/

function readName(plain: string): unknown {
  if (yamlBoolean.test(plain)) return /^t/i.test(plain)
  if (!yamlNumber.test(plain) || /^[-+]?0[0-7]+$/.test(plain)) return kubernetesValue(plain)
  return Number.isFinite(Number(plain)) ? Number(plain) : plain
}

function titleOf(value: unknown): string | undefined {
  if (typeof value === 'number') return `the number ${value}`
  return typeof value === 'boolean' ? String(value) : undefined
}
