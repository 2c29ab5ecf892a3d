import { dot, hyphen, nine, plus, zero } from './chars.ts'

const integer = /^[-+]?[0-9]+$/
const octal = /^0o[0-7]+$/
const hexadecimal = /^0x[0-9a-fA-F]+$/
const float = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/

/** What a plain scalar stands for in the core schema of YAML 1.2. */
export function plainValue(text: string): unknown {
  const first = text.charCodeAt(0)
  if (first > nine) return text.length > 5 ? text : wordValue(text)
  if (first >= zero || first === hyphen || first === plus || first === dot) return numberValue(text)
  return text
}

function wordValue(text: string): unknown {
  switch (text) {
    case 'true':
    case 'True':
    case 'TRUE':
      return true
    case 'false':
    case 'False':
    case 'FALSE':
      return false
    case '~':
    case 'null':
    case 'Null':
    case 'NULL':
      return null
    default:
      return text
  }
}

function numberValue(text: string): unknown {
  const small = smallInteger(text)
  if (small >= 0) return small
  // The same functions that `yaml` uses: they round integers beyond 2^53 alike.
  if (integer.test(text)) return Number.parseInt(text, 10)
  if (float.test(text)) return Number.parseFloat(text)
  if (octal.test(text)) return Number.parseInt(text.slice(2), 8)
  if (hexadecimal.test(text)) return Number.parseInt(text.slice(2), 16)
  return notFinite(text)
}

function smallInteger(text: string): number {
  if (text.length > 15) return -1
  let value = 0
  for (let at = 0; at < text.length; at++) {
    const digit = text.charCodeAt(at) - zero
    if (digit < 0 || digit > 9) return -1
    value = value * 10 + digit
  }
  return value
}

function notFinite(text: string): unknown {
  switch (text) {
    case '.inf':
    case '.Inf':
    case '.INF':
    case '+.inf':
    case '+.Inf':
    case '+.INF':
      return Number.POSITIVE_INFINITY
    case '-.inf':
    case '-.Inf':
    case '-.INF':
      return Number.NEGATIVE_INFINITY
    case '.nan':
    case '.NaN':
    case '.NAN':
      return Number.NaN
    default:
      return text
  }
}
