import { execFileSync } from 'node:child_process'
import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { diskFiles } from '../src/files/disk-files.ts'
import { printable } from '../src/files/display.ts'
import { readFleets } from '../src/files/fleet-files.ts'
import { espalier } from './fake-io.ts'
import { inSandbox } from './sandbox.ts'

// One bad file is a finding on that file, and the rest is linted. Nothing crashes, hangs, or passes for clean.

const test = suite('bad input')

const isUnix = process.platform !== 'win32'
const service = 'apiVersion: v1\nkind: Service\nmetadata: {name: cart, namespace: shop}\n'
const secret = 'apiVersion: v1\nkind: Secret\nmetadata: {name: db, namespace: shop}\ndata: {password: eA==}\n'

/** What lint says of a folder that holds a Secret with values too, which is always found. */
async function said(root: string, ...args: readonly string[]): Promise<readonly string[]> {
  const { code, out, err } = await espalier(root, 'lint', '.', ...args)
  assert.equal([code, err], [1, ''])
  assert.match(out, /zz\.yaml:4:1: error: .* \[security\/secret-data\]/)
  return out
    .split('\n')
    .filter(line => /: (error|warning|info): /.test(line) && !/secret-data|unattributed/.test(line))
}

const onlyOn = (lines: readonly string[], file: string, message: string, rule: string) =>
  assert.equal(lines, [`${file}:1:1: error: ${message}  [schema/${rule}]`])

test(
  'a file that is no text is a finding, whatever it is',
  inSandbox(async ({ root, put }) => {
    put('zz.yaml', secret)
    const cases: readonly (readonly [Buffer, string])[] = [
      [Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0xff]), 'it is not UTF-8 text'],
      [
        Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(service, 'utf16le')]),
        'it is UTF-16 text, and UTF-8 is expected',
      ],
      [Buffer.from('\0\0'), 'this is no text: it holds a NUL'],
    ]
    for (const [bytes, message] of cases) {
      writeFileSync(join(root, 'a.yaml'), bytes)
      onlyOn(await said(root), 'a.yaml', message, 'unreadable')
    }
    assert.is((await espalier(root, 'lint', 'a.yaml')).code, 1)
  }),
)

test(
  'a byte order mark and Windows line ends are no fault',
  inSandbox(async ({ root, put }) => {
    put('zz.yaml', secret)
    put('a.yaml', `\uFEFF${service}`.replaceAll('\n', '\r\n'))
    assert.equal(await said(root), [])
  }),
)

test(
  'a file that is too large, too deep, too many or stands for too much is a finding',
  inSandbox(async ({ root, put }) => {
    put('zz.yaml', secret)
    const aliases = 'bcdefghijkl'
      .split('')
      .map((name, at) => `${name}: &${name} [${Array(10).fill(`*${'abcdefghijkl'[at]}`)}]\n`)
    const cases = {
      [`a: ${'['.repeat(50_000)}`]: 'nested too deeply',
      ['- '.repeat(20_000)]: 'nested too deeply',
      [`${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`]: 'nested too deeply',
      [`a: &a [x]\n${aliases.join('')}`]: 'aliases stand for more than 100 times the nodes written down',
      ['---\na: b\n'.repeat(100_001)]: '100001 documents; at most 100000 are read',
    }
    for (const [text, message] of Object.entries(cases)) {
      put('a.yaml', text)
      onlyOn(await said(root), 'a.yaml', message, 'too-large')
    }
    put('a.yaml', '')
    truncateSync(join(root, 'a.yaml'), 3 * 1024 ** 3)
    onlyOn(await said(root), 'a.yaml', 'it is larger than 128 MiB', 'too-large')
  }),
)

test(
  'empty files and empty documents are nothing, and nothing but them is no clean run',
  inSandbox(async ({ root, put }) => {
    put('a.yaml', '')
    put('b.yaml', '---\n# nothing\n---\n...\n')
    assert.is((await espalier(root, 'lint', '.')).code, 2)
    put('zz.yaml', secret)
    assert.equal(await said(root), [])
  }),
)

test(
  'links, pipes and sockets in a folder are not read',
  inSandbox(async ({ root, put }) => {
    put('zz.yaml', secret)
    symlinkSync('loop.yaml', join(root, 'loop.yaml'))
    symlinkSync('.', join(root, 'self'))
    symlinkSync('zz.yaml', join(root, 'link.yaml'))
    if (isUnix) execFileSync('mkfifo', [join(root, 'pipe.yaml')])
    const server = isUnix ? createServer().listen(join(root, 'socket.yaml')) : undefined
    mkdirSync(join(root, 'folder.yaml'))
    try {
      assert.equal(await said(root), [])
      const named = await espalier(root, 'lint', 'loop.yaml')
      assert.equal(
        [named.code, named.err],
        [2, 'espalier lint: loop.yaml cannot be read: its symbolic links lead in a circle\n'],
      )
      if (!isUnix) return
      const device = await espalier(root, 'lint', '/dev/zero')
      assert.equal([device.code, /it is a socket or a device/.test(device.err)], [2, true])
    } finally {
      server?.close()
    }
    symlinkSync('topology.yaml', join(root, 'topology.yaml'))
    assert.equal(await said(root), [])
  }),
)

test(
  'a file that may not be read is a finding where it was found in a folder, and stops the run where it was named',
  inSandbox(async ({ root, put }) => {
    put('a.yaml', service)
    put('b.yaml', service)
    const files = {
      ...diskFiles,
      readBytes(path: string) {
        if (!path.endsWith('a.yaml')) return diskFiles.readBytes(path)
        throw Object.assign(new Error('refused'), { code: 'EACCES', syscall: 'open', path })
      },
    }
    const request = { cwd: root, territories: [], named: [], files }
    const { value } = await readFleets({ ...request, paths: ['.'] })
    const [fleet] = value?.fleets ?? []
    assert.equal(
      fleet?.faults.map(({ at, message }) => [at.source.file, message]),
      [['a.yaml', 'permission denied']],
    )
    assert.is(fleet?.entries.length, 1)
    const { error } = await readFleets({ ...request, paths: ['a.yaml', 'b.yaml'] })
    assert.is(error, 'a.yaml cannot be read: permission denied')
  }),
)

test(
  'a folder that may not be read stops the run, and is named itself',
  inSandbox(async ({ root, put }) => {
    put('a/b/c.yaml', service)
    const files = {
      ...diskFiles,
      readFolder(path: string) {
        if (!path.endsWith('b')) return diskFiles.readFolder(path)
        throw Object.assign(new Error('refused'), { code: 'EACCES', syscall: 'scandir', path })
      },
    }
    const { error } = await readFleets({ cwd: root, territories: [], named: [], files, paths: ['.'] })
    assert.is(error, 'a/b cannot be read: permission denied')
  }),
)

test(
  'names of files may hold anything that the system allows',
  inSandbox(async ({ root, put }) => {
    put('zz.yaml', secret)
    const names = ["sp ace 'q ü.yaml", ...(isUnix ? ['line\nend\u001b[31m".yaml'] : [])]
    for (const name of names) put(name, ': [')
    const lines = await said(root)
    const shown = names.map(printable).sort()
    assert.equal([...new Set(lines.map(line => line.split(':')[0]))], shown)
    const long = await espalier(root, 'lint', '--cluster', `a=${'x'.repeat(5000)}`)
    assert.equal(
      [long.code, /--cluster a=…: it cannot be looked up: its name is too long/.test(long.err)],
      [2, true],
    )
  }),
)

test(
  'templates of a chart are passed over with one remark, its values and CRDs are read, and a lone template is called one',
  inSandbox(async ({ root, put }) => {
    put('zz.yaml', secret)
    put('chart/Chart.yaml', 'apiVersion: v2\nname: cart\nversion: 1.0.0\n')
    put('chart/values.yaml', 'replicas: 3\n')
    put('chart/crds/odd.yaml', 'a: [\n')
    put('chart/templates/service.yaml', '{{- if .Values.x }}\nkind: Service\n{{- end }}\n')
    put('chart/templates/deep/secret.yaml', secret.replace('db', '"{{ .Release.Name }}"'))
    const [chart, crd, ...more] = await said(root)
    assert.match(
      chart ?? '',
      'chart/Chart.yaml:1:1: info: 2 templates of this chart are not linted, because only Helm can render them',
    )
    assert.match(crd ?? '', /^chart\/crds\/odd\.yaml:2:1: error/)
    assert.equal(more, [])
    const lone = await espalier(root, 'lint', 'chart/templates/service.yaml')
    assert.match(lone.out, 'service.yaml:1:1: error: this is a template and no manifest yet')
    assert.match(lone.out, /1 error in/)
  }),
)

test(
  'a folder of very many files is read to the last',
  inSandbox(async ({ root, put }) => {
    // 200,000 files took 10 s and 810 MB on two busy cores.
    const folders = process.env.ESPALIER_LONG ? 200 : 2
    for (let folder = 0; folder < folders; folder += 1)
      for (let file = 0; file < 1_000; file += 1)
        put(
          `${folder}/${file}.yaml`,
          `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: n${file}, namespace: n${folder}}\n`,
        )
    put('zz.yaml', secret)
    assert.equal(await said(root), [])
  }),
)

test.run()
