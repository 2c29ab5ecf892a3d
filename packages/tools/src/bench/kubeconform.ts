import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Shape } from '../embed/kinds/shape.ts'
import { root } from '../root.ts'
import { shapeSchema } from './shape-schema.ts'

/** Where kubeconform is, if it is: ESPALIER_KUBECONFORM, or on the PATH. */
export function findKubeconform(): string | undefined {
  const command = process.env.ESPALIER_KUBECONFORM ?? 'kubeconform'
  return spawnSync(command, ['-v']).status === 0 ? command : undefined
}

/**
 * Where kubeconform finds the schemas that its users have, as it takes them (`-schema-location`), separated by spaces:
 * ESPALIER_KUBECONFORM_SCHEMAS.
 */
export const usualSchemas: readonly string[] = (process.env.ESPALIER_KUBECONFORM_SCHEMAS ?? '')
  .split(' ')
  .filter(location => location !== '')

/**
 * Writes schemas of some kinds (`apps/v1 Deployment`) where kubeconform finds them, and returns the arguments that say so. Without those
 * that its users have, they know the fields of a kind and nothing else.
 */
export async function kubeconformSchemas(
  folder: string,
  kinds: readonly string[],
): Promise<readonly string[]> {
  const wanted = new Set(kinds)
  const generated = join(root, 'packages/linter/src/generated/kinds')
  const files = usualSchemas.length > 0 ? [] : readdirSync(generated)
  for (const file of files.filter(name => name.endsWith('.js'))) {
    const { kindPackage }: { readonly kindPackage: Table } = await import(
      pathToFileURL(join(generated, file)).href
    )
    for (const [id, { shape }] of Object.entries(kindPackage.kinds))
      if (wanted.has(id)) writeSchema(folder, id, shapeSchema(shape, kindPackage.shapes))
  }
  const lattice = join(root, 'schemas/application-networking.k8s.aws')
  const { $defs } = JSON.parse(readFileSync(join(lattice, 'definitions.json'), 'utf8'))
  for (const id of wanted) {
    const [group, , kind = ''] = id.split(/[/ ]/)
    if (group !== 'application-networking.k8s.aws') continue
    const text = readFileSync(join(lattice, `${kind.toLowerCase()}_v1alpha1.json`), 'utf8').replaceAll(
      'definitions.json#/',
      '#/',
    )
    writeSchema(folder, id, { ...JSON.parse(text), $schema: undefined, $id: undefined, $defs })
  }
  const own = `${folder}/{{.Group}}/{{.ResourceKind}}_{{.ResourceAPIVersion}}.json`
  return ['-strict', ...[...usualSchemas, own].flatMap(location => ['-schema-location', location])]
}

interface Table {
  readonly kinds: Readonly<Record<string, { readonly shape: string }>>
  readonly shapes: Readonly<Record<string, Shape>>
}

function writeSchema(folder: string, id: string, schema: object): void {
  const [apiVersion = '', kind = ''] = id.split(' ')
  // The group that kubeconform takes a core kind to be of is its version.
  const [version = '', group = version] = apiVersion.split('/').reverse()
  mkdirSync(join(folder, group), { recursive: true })
  writeFileSync(join(folder, group, `${kind.toLowerCase()}_${version}.json`), JSON.stringify(schema))
}
