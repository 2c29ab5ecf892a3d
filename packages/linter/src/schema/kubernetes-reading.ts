import type { AmbiguousScalar, Path } from '@espalier/model'

/**
 * What Kubernetes reads where YAML 1.1 and 1.2 differ. Its reader (sigs.k8s.io/yaml, goyaml.v2/resolve.go) knows the words for true and false
 * and the numbers of Go, underscores left out; dates, base 60 and the rest are text, as in YAML 1.2.
 */
export function kubernetesValue(text: string): unknown {
  if (/^(y|Y|yes|Yes|YES|on|On|ON)$/.test(text)) return true
  if (/^(n|N|no|No|NO|off|Off|OFF)$/.test(text)) return false
  const [, sign = '', digits = ''] = /^([-+]?)([0-9a-zA-Z_.]+)$/.exec(text) ?? []
  const plain = digits.replaceAll('_', '')
  const value = /^0[0-7]+$/.test(plain) ? Number(`0o${plain}`) : numberIn(plain)
  if (value === undefined) return text
  return sign === '-' ? -value : value
}

function numberIn(plain: string): number | undefined {
  const isNumber = /^(0b[01]+|0o[0-7]+|0x[0-9a-fA-F]+|[0-9]+(\.[0-9]*)?)$/.test(plain)
  return isNumber ? Number(plain) : undefined
}

/** An object as Kubernetes reads it; the same one where that is no other. */
export function asKubernetesReads(object: unknown, ambiguous: readonly AmbiguousScalar[]): unknown {
  return ambiguous.reduce((read, { path, text }) => withValue(read, path, kubernetesValue(text)), object)
}

function withValue(here: unknown, [step, ...rest]: Path, value: unknown): unknown {
  if (step === undefined) return value
  if (Array.isArray(here))
    return here.map((item, index) => (index === step ? withValue(item, rest, value) : item))
  if (typeof here !== 'object' || here === null) return here
  return Object.fromEntries(
    Object.entries(here).map(([key, item]) => [key, key === step ? withValue(item, rest, value) : item]),
  )
}
