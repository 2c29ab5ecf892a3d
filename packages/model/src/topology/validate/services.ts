import type { Problem } from '../../finding.ts'
import { within } from '../../source.ts'
import type { ServiceEntry } from '../types.ts'
import { type Entry, serviceEntries, type Written } from '../written.ts'

/** What a single service must say beyond its schema. */
export function serviceProblems(written: Written): readonly Problem[] {
  return serviceEntries(written).flatMap(service => [...portProblems(service), ...runProblems(service)])
}

function portProblems({ value, at }: Entry<ServiceEntry>): readonly Problem[] {
  const shorthand = (['port', 'targetPort', 'protocol'] as const).find(field => value[field] !== undefined)
  if (value.ports !== undefined) {
    const message = `service ${value.name} gives both ports and ${shorthand}; ${shorthand} is the short form for a single port`
    return shorthand === undefined
      ? twicePorts({ value, at })
      : [{ check: 'wrong-value', message, at: within(at, shorthand) }]
  }
  if (value.port !== undefined) return []
  return [
    {
      check: 'missing-field',
      message: `service ${value.name} has neither port nor ports`,
      at: within(at, 'name'),
    },
  ]
}

function twicePorts({ value, at }: Entry<ServiceEntry>): readonly Problem[] {
  const ports = value.ports ?? []
  return ports.flatMap((port, index) => {
    const before = ports.findIndex(
      one => one.port === port.port || (one.name !== undefined && one.name === port.name),
    )
    if (before === index) return []
    const message = `service ${value.name} gives port ${port.name ?? port.port} twice`
    return { check: 'duplicate-name', message, at: within(at, 'ports', index) }
  })
}

function runProblems({ value, at }: Entry<ServiceEntry>): readonly Problem[] {
  if ('matchLabels' in value.clusters) return []
  const names = value.clusters.map(use => (typeof use === 'string' ? use : use.name))
  return names.flatMap((name, index) => {
    if (names.indexOf(name) === index) return []
    const message = `service ${value.name} lists cluster ${name} twice`
    return { check: 'duplicate-name', message, at: within(at, 'clusters', index) }
  })
}
