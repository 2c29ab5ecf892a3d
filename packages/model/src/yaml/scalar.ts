const plain = /^(?:[A-Za-z/_]|\.\/)(?:[A-Za-z0-9_./@%+=,-]|:(?=\S)| (?=[^\s#:]))*$|^[1-9][0-9]*[hms]$/
const words = /^(y|n|yes|no|on|off|true|false|null|e[0-9.+-]+)$/i
// Line breaks of YAML 1.1, the byte order mark and controls that JSON leaves as they are.
const unsafe = /[\u007f-\u00a0\u2028\u2029\ufeff\ufffe\uffff]/g

/** A text on one line, plain where YAML 1.1 and 1.2 readers both take it for that text, else in double quotes. */
export function textScalar(value: string): string {
  if (plain.test(value) && !words.test(value) && !/[ :]$/.test(value)) return value
  return JSON.stringify(value).replace(
    unsafe,
    char => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

/** Any other scalar that a manifest can hold. */
export function otherScalar(value: unknown): string {
  if (typeof value === 'number' && Number.isFinite(value)) return number(value)
  if (typeof value === 'boolean' || value === null) return String(value)
  throw new Error(`a manifest cannot hold ${typeof value === 'number' ? value : `a ${typeof value}`}`)
}

// YAML 1.1 takes an exponent for a float only behind a decimal point.
function number(value: number): string {
  return String(value).replace(/^(-?\d+)e/, '$1.0e')
}
