import { join } from 'node:path'
import type { Model } from '@espalier/model'
import type { ExitCode } from '../command.ts'
import { display } from '../files/display.ts'
import type { TopologyFile } from '../files/find-topologies.ts'
import type { Io } from '../io.ts'
import type { NewFile } from './new-file.ts'
import { nextSteps } from './next-steps.ts'
import type { Outcome } from './write-new.ts'

/** Says what was written, what was there already, and how it goes on. */
export function sayWritten(
  { written, left }: Outcome,
  model: Model,
  { root }: TopologyFile,
  onMain: boolean,
  io: Io,
): ExitCode {
  const show = (path: string): string => display(join(root, path), io.cwd)
  const lines = (files: readonly NewFile[], what: string): string =>
    files.map(({ path }) => `${what}  ${show(path)}\n`).join('')
  if (written.length === 0) {
    io.err(`${lines(left, 'exists')}espalier init: nothing is written: all of it is there already\n`)
    return 2
  }
  const steps = nextSteps(model, { topology: 'topology.yaml', path: show(model.gitops.path) }, onMain)
  io.out(`${lines(written, 'written')}${lines(left, 'left as it is')}\nNext:\n${steps}`)
  return 0
}
