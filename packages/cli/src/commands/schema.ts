import { didYouMean } from '@espalier/model'
import { planSchema, policySchema, reportSchema, topologySchema, trialSchema } from '@espalier/model/schemas'
import { readArguments } from '../arguments.ts'
import type { Command } from '../command.ts'
import { usageError } from '../usage-error.ts'

const schemas: Readonly<Record<string, object>> = {
  topology: topologySchema,
  policy: policySchema,
  report: reportSchema,
  plan: planSchema,
  trial: trialSchema,
}

const usage = `Usage: espalier schema [${Object.keys(schemas).join('|')}]

Prints a JSON Schema (draft 2020-12), by which editors complete and explain a
file (default: topology).
`

export const schema: Command = {
  name: 'schema',
  summary: 'print the JSON Schema of topology.yaml, or of another file of ours',
  usage,
  async run(args, io) {
    const { positionals, error } = readArguments(args, {}, 1)
    if (error !== undefined) return usageError('schema', error, io)
    const [name = 'topology'] = positionals
    const known = Object.keys(schemas)
    if (!known.includes(name))
      return usageError('schema', `there is no schema "${name}"${didYouMean(name, known)}`, io)
    io.out(`${JSON.stringify(schemas[name], null, 2)}\n`)
    return 0
  },
}
