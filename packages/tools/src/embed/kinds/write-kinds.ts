import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../../root.ts'
import { banner } from '../places.ts'
import { createShapes } from './create-shapes.ts'
import { declaredKinds } from './declared-kinds.ts'
import { isBare } from './is-bare.ts'
import { packageFolder, packageVersion } from './package-folder.ts'

const linter = join(root, 'packages/linter')
const folder = join(linter, 'src/generated/kinds')

/** The packages whose validators the linter loads. */
const packages: readonly string[] = [
  'kubernetes-models',
  '@kubernetes-models/gateway-api',
  '@kubernetes-models/istio',
  '@kubernetes-models/argo-cd',
  '@kubernetes-models/flux-cd',
  '@kubernetes-models/cert-manager',
  '@kubernetes-models/external-secrets',
]

/** Writes one module for each package, with the kinds it knows, their validators to load and the names of their fields; and which API groups are whose. */
export function writeKinds(): void {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const written = packages.map(name => writePackage(name))
  const owners = written.flatMap(({ groups, file }) => groups.map(group => [group, file] as const))
  const lines = owners.map(([group, file]) => `  '${group}': () => import('./${file}.js'),\n`)
  const type = `import type { KindPackage } from '../../schema/kind-package.ts'\n\n/** Who knows the kinds of an API group. */\n`
  const head = `export const packageOfGroup: Readonly<Record<string, () => Promise<{ readonly kindPackage: KindPackage }>>> = {\n`
  writeFileSync(join(folder, 'index.ts'), `${banner}${type}${head}${lines.join('')}}\n`)
  writeVersions(written)
}

interface Written {
  readonly name: string
  readonly version: string
  readonly file: string
  readonly groups: readonly string[]
  readonly kinds: number
}

/** Puts the versions between the two lines of the linter's README that ask for them. */
function writeVersions(written: readonly Written[]): void {
  const rows = written.map(({ name, version, kinds }) => [name, version, String(kinds)])
  const all = [['package', 'version', 'kinds'], ...rows]
  const wide = [0, 1, 2].map(at => Math.max(...all.map(row => row[at]?.length ?? 0)))
  const [head = '', ...lines] = all.map(row => row.map((cell, at) => cell.padEnd(wide[at] ?? 0)).join(' | '))
  const rule = wide.map(width => '-'.repeat(width)).join(' | ')
  const table = [head, rule, ...lines].map(line => `| ${line} |\n`).join('')
  const page = join(linter, 'README.md')
  const text = readFileSync(page, 'utf8').replace(
    /(<!-- Generated .* from here -->\n).*(<!-- to here -->)/s,
    (_, from, to) => `${from}\n${table}\n${to}`,
  )
  writeFileSync(page, text)
}

function writePackage(name: string): Written {
  const from = packageFolder(name, linter)
  const file = name.replace(/.*\//, '')
  const shapes = createShapes()
  const kinds = declaredKinds(from)
    .map(one => ({ ...one, shape: shapes.nameOf(join(from, `${one.module}.d.ts`), `I${one.kind}`) }))
    .filter(({ shape }) => !isBare(shapes.named.get(shape)))
  const rows = kinds.map(
    ({ apiVersion, kind, module, shape }) =>
      `    '${apiVersion} ${kind}': { shape: '${shape}', load: async () => (await import('${name}/${module}')).${kind} },\n`,
  )
  const table = [...shapes.named].flatMap(([type, shape]) =>
    shape === 0 || isBare(shape) ? [] : [`    ${type}: ${JSON.stringify(shape)},\n`],
  )
  const version = packageVersion(from)
  const facts = `  name: '${name}',\n  version: '${version}',\n`
  const code = `export const kindPackage = {\n${facts}  kinds: {\n${rows.join('')}  },\n  shapes: {\n${table.join('')}  },\n}\n`
  writeFileSync(join(folder, `${file}.js`), banner + code)
  const types = `import type { KindPackage } from '../../schema/kind-package.ts'\n\nexport declare const kindPackage: KindPackage\n`
  writeFileSync(join(folder, `${file}.d.ts`), banner + types)
  const groups = [...new Set(kinds.map(({ apiVersion }) => groupOf(apiVersion)))]
  return { name, version, file, groups, kinds: kinds.length }
}

// Not the model's: that one cannot be loaded before its validators are written.
function groupOf(apiVersion: string): string {
  return apiVersion.slice(0, Math.max(0, apiVersion.indexOf('/')))
}
