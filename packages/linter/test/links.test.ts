import { lint } from '@espalier/linter'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { fleetOf, manifest } from './fleet-of.ts'

const test = suite('symbolic links')

const targets: Readonly<Record<string, string>> = {
  'a/inside': '../b/c',
  'a/over-the-top': '../../elsewhere/b',
  'a/back-again': '../../fleet/b',
  'a/absolute': '/etc/passwd',
  'a/windows': 'C:\\Windows',
  'to-itself': '.',
  dangling: 'nowhere/../nothing',
}

const links = Object.entries(targets).map(([path, target]) => ({ file: `here/${path}`, path, target }))
const application = manifest(
  'argoproj.io/v1alpha1 Application argocd/shop',
  'spec: {project: default, destination: {name: a}, source: {repoURL: x, path: y}}\n',
)

const found = (text: string) =>
  lint([{ ...fleetOf({ 'a/1.yaml': text }), links }]).findings.map(
    ({ rule, span, message }) => `${span.file}:${span.line} ${rule}: ${message}`,
  )

test('a link that leaves the repository with any of its steps breaks Argo CD', () => {
  const rule = 'gitops/link-out-of-repository'
  assert.equal(found(application), [
    `here/a/absolute:1 ${rule}: the symbolic link to "/etc/passwd" is absolute`,
    `here/a/back-again:1 ${rule}: the symbolic link to "../../fleet/b" leads out of the repository`,
    `here/a/over-the-top:1 ${rule}: the symbolic link to "../../elsewhere/b" leads out of the repository`,
    `here/a/windows:1 ${rule}: the symbolic link to "C:\\\\Windows" is absolute`,
  ])
})

test('Flux drops links, so that they do no harm there', () => {
  assert.equal(found(manifest('v1 ConfigMap shop/m')), [])
})

test.run()
