import { readArguments } from '../arguments.ts'
import type { Command, ExitCode } from '../command.ts'
import { findTopologies } from '../files/find-topologies.ts'
import { filesBeside } from '../init/files-beside.ts'
import { options, usage } from '../init/options.ts'
import { sayWritten } from '../init/say-written.ts'
import { surroundingsOf } from '../init/surroundings.ts'
import { topologyHere } from '../init/topology-here.ts'
import { readWishes } from '../init/wishes.ts'
import { writeNew } from '../init/write-new.ts'
import type { Io } from '../io.ts'
import { printFindings } from '../print-findings.ts'
import { talk } from '../talk.ts'
import { usageError } from '../usage-error.ts'

export const init: Command = {
  name: 'init',
  summary: 'write a commented topology.yaml, the CI workflow and the pre-commit hooks',
  usage,
  async run(args, io) {
    const { values, error } = readArguments(args, options)
    if (error !== undefined) return usageError('init', error, io)
    const { ci, workflow, 'no-pre-commit': noHooks, ...flags } = values
    const wishes = readWishes({ ci, workflow, noHooks })
    if (wishes.error !== undefined) return usageError('init', wishes.error, io)
    const found = findTopologies(io.cwd, ['topology.yaml'])
    const [file] = found.value ?? []
    if (file === undefined) return fail([found.error ?? 'there is no folder to write to'], io)

    const here = await topologyHere(flags, file, io.env)
    if (here.errors !== undefined) {
      printFindings(here.findings ?? [], io)
      return fail(here.errors, io)
    }
    const around = surroundingsOf(here.model, file)
    if (around.error !== undefined) return fail([around.error], io)
    const beside = filesBeside(around.value, here.model.gitops.repository, wishes.value)
    if (beside.error !== undefined) return fail([beside.error], io)
    // The topology comes last: a run that is stopped can be repeated as it was.
    const files = [...beside.value, { path: file.name, text: here.text }]
    const outcome = writeNew(files, file.root)
    if (outcome.error !== undefined) return fail([outcome.error], io)
    return sayWritten(outcome.value, here.model, file, wishes.value.workflow === 'on-main', io)
  },
}

function fail(messages: readonly string[], io: Io): ExitCode {
  for (const message of messages) talk('init', message, io)
  io.err('nothing is written; espalier help init says more\n')
  return 2
}
