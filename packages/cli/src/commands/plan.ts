import { readArguments } from '../arguments.ts'
import type { Command, ExitCode } from '../command.ts'
import { findTopologies } from '../files/find-topologies.ts'
import { sparedFile } from '../files/spared-file.ts'
import type { Io } from '../io.ts'
import * as formats from '../plan/formats/index.ts'
import { makePlan } from '../plan/make-plan.ts'
import { options, usage } from '../plan/options.ts'
import { talk } from '../talk.ts'
import { isReached, readThreshold } from '../threshold.ts'
import { usageError } from '../usage-error.ts'
import { readOutputs, writeOutputs } from '../write-outputs.ts'

export const plan: Command = {
  name: 'plan',
  summary: 'say what a change of the topology does, cluster by cluster, before it is made',
  usage,
  async run(args, io) {
    const { values, error } = readArguments(args, options)
    if (error !== undefined) return usageError('plan', error, io)
    const failOn = readThreshold(values['fail-on'])
    if (failOn.error !== undefined) return usageError('plan', failOn.error, io)
    const outputs = readOutputs(Object.values(formats), values.format, values.output)
    if (outputs.error !== undefined) return usageError('plan', outputs.error, io)
    const found = findTopologies(io.cwd, values.topology)
    if (found.error !== undefined) return usageError('plan', found.error, io)
    const written = outputs.value.files.map(({ file }) => file)
    const spared = sparedFile(written, found.value, io.cwd)
    if (spared !== undefined)
      return usageError('plan', `${spared} is a topology, and would be overwritten`, io)
    const [first, ...others] = found.value
    if (first === undefined) return usageError('plan', 'there is no topology', io)
    const wanted = {
      files: [first, ...others],
      base: values.base,
      runExtensions: !values['no-extensions'],
    } as const
    const report = await makePlan(wanted, io)
    if (report.error !== undefined) return fail(report.error, io)
    const unwritten = writeOutputs(report.value, outputs.value, { failOn: failOn.value }, io)
    if (unwritten !== undefined) return fail(unwritten, io)
    return report.value.findings.new.some(({ severity }) => isReached(severity, failOn.value)) ? 1 : 0
  },
}

function fail(message: string, io: Io): ExitCode {
  talk('plan', message, io)
  return 2
}
