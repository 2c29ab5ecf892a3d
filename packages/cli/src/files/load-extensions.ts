import { createRequire } from 'node:module'
import { dirname, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Extension, Extensions, Toolkit } from '@espalier/generator'
import type { Model, Outcome, Problem } from '@espalier/model'
import type { TopologyFile } from './find-topologies.ts'

type Reference = Model['extensions'][number]

/**
 * Imports the modules that a topology names, with the one copy of cdk8s that all of them see: two copies in one process do not know each
 * other's objects. Where no module's folder leads to a cdk8s, the bundled one serves. No extensions give no value but no problem either.
 */
export async function loadExtensions(
  { extensions }: Model,
  file: TopologyFile,
): Promise<Outcome<Extensions | 'none'>> {
  if (extensions.length === 0) return { value: 'none', problems: [] }
  const folder = dirname(file.path)
  const loaded = await Promise.all(extensions.map(reference => load(reference, folder)))
  const problems = loaded.flatMap(one => one.problems)
  const copies = [...new Set(extensions.flatMap(({ path }) => cdk8sBeside(resolve(folder, path)) ?? []))]
  const [first] = extensions
  if (copies.length > 1 && first !== undefined) {
    const message = `the extensions see ${copies.length} copies of cdk8s; install it once, above all of them`
    return { problems: [...problems, { check: 'extension-runs', message, at: first.at }] }
  }
  if (problems.length > 0) return { problems }
  const modules = loaded.flatMap(one => one.value ?? [])
  return { value: { toolkit: await toolkitOf(copies[0]), modules }, problems }
}

async function load(reference: Reference, folder: string): Promise<Outcome<Extension>> {
  const { path: name, at } = reference
  const failed = (message: string): { problems: readonly Problem[] } => ({
    problems: [{ check: 'extension-runs', message, at }],
  })
  try {
    const module: { readonly extend?: unknown } = await import(pathToFileURL(resolve(folder, name)).href)
    const { extend } = module
    if (typeof extend !== 'function') return failed(`${name} does not export a function extend`)
    return { value: { name, at, extend: context => extend(context) }, problems: [] }
  } catch (error) {
    return failed(`${name} cannot be loaded: ${error instanceof Error ? error.message : error}`)
  }
}

function cdk8sBeside(module: string): string | undefined {
  try {
    return createRequire(module).resolve('cdk8s')
  } catch {
    return undefined
  }
}

async function toolkitOf(copy: string | undefined): Promise<Toolkit> {
  if (copy === undefined) return (await import('@espalier/generator')).bundledToolkit()
  const found: Toolkit = createRequire(copy)(copy)
  return found
}
