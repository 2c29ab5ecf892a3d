import { readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import {
  type Baseline,
  baselineOf,
  fromRoot,
  type Report,
  readBaseline,
  writeBaseline,
} from '@espalier/linter'
import { errorCode, fileError } from '../files/file-error.ts'
import type { Result } from '../files/result.ts'
import { writeError } from '../files/write-error.ts'

/** Reads the file that `--baseline` names. */
export function loadBaseline(file: string, cwd: string): Result<Baseline> {
  let text: string
  try {
    text = readFileSync(resolve(cwd, file), 'utf8')
  } catch (thrown) {
    const hint = errorCode(thrown) === 'ENOENT' ? `; --write-baseline ${file} writes one` : ''
    return { error: `--baseline ${file} cannot be read: ${fileError(thrown)}${hint}` }
  }
  const { value, error } = readBaseline(text)
  return error === undefined ? { value } : { error: `--baseline ${file} is no baseline: ${error}` }
}

/** Writes what `--write-baseline` asks for; `folder` is the way from the repository's root to here. */
export function saveBaseline(file: string, report: Report, cwd: string, folder: string): string | undefined {
  const there = existing(resolve(cwd, file))
  if (there !== undefined && readBaseline(there).error !== undefined)
    return `--write-baseline ${file}: there is another file of that name, and it is no baseline`
  const baseline = baselineOf(report.findings, name => fromRoot(name, folder))
  try {
    writeFileSync(resolve(cwd, file), writeBaseline(baseline))
    return undefined
  } catch (thrown) {
    return `--write-baseline ${file} cannot be written: ${writeError(thrown)}`
  }
}

function existing(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    // What cannot be read is no file, or cannot be written either, which is said then.
    return undefined
  }
}
