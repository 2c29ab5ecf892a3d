import { type HeaderMatch, type Place, type Problem, within } from '@espalier/model'
import { beyondController } from './beyond-controller.ts'

const most = 5

/** Header matches of one rule that the API server, the controller or VPC Lattice does not take. */
export function refuseHeaders(headers: readonly HeaderMatch[], at: Place): readonly Problem[] {
  const many = `this rule matches ${headers.length} headers; Lattice takes at most ${most}`
  return [
    ...(headers.length > most ? [beyondController(many, at)] : []),
    ...headers.flatMap((header, index) => refuseHeader(header, within(at, index))),
    ...headers.flatMap((header, index) => {
      const before = headers.findIndex(one => one.name.toLowerCase() === header.name.toLowerCase())
      if (before === index) return []
      const message = `this rule matches header ${header.name} twice; names are compared without case, and each may be there once`
      const related = [{ at: within(at, before, 'name'), message: 'the other one' }]
      return { ...beyondController(message, within(at, index, 'name')), related }
    }),
  ]
}

function refuseHeader({ type, name, value }: HeaderMatch, at: Place): readonly Problem[] {
  if (type === 'RegularExpression') {
    const message = `Lattice cannot match header ${name} by regular expression; the whole route would fail`
    return [beyondController(message, within(at, 'type'))]
  }
  return [
    ...tooLong('name', name, 100, within(at, 'name')),
    ...tooLong('value', value, 200, within(at, 'value')),
  ]
}

function tooLong(what: string, text: string, longest: number, at: Place): readonly Problem[] {
  const message = `this header ${what} has ${text.length} characters; Lattice takes at most ${longest}`
  return text.length > longest ? [beyondController(message, at)] : []
}
