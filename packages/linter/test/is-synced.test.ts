import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { isSynced } from '../src/fleet/is-synced.ts'

const test = suite('what a sync of Argo CD applies')

const argocd = 'argocd.argoproj.io/hook'
const helm = 'helm.sh/hook'
const hooked = (annotations: Readonly<Record<string, string>>) => ({
  object: { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'a', annotations } },
})

test('is what is no hook, or a hook of one of its phases', () => {
  const applied = [
    {},
    { [argocd]: 'PreSync' },
    { [argocd]: 'Skip, PostSync' },
    { [helm]: 'pre-install' },
    { [helm]: 'test,post-upgrade' },
    { [helm]: 'crd-install' },
    { [argocd]: 'Unknown', [helm]: 'pre-upgrade' },
  ]
  for (const one of applied) assert.ok(isSynced(hooked(one)), JSON.stringify(one))
})

test('is no other hook, and a hook of Argo CD wins over that of Helm', () => {
  const left = [
    { [argocd]: 'Skip' },
    { [argocd]: 'PostDelete' },
    { [argocd]: 'Unknown' },
    { [helm]: 'test' },
    { [helm]: 'post-delete' },
    { [argocd]: 'Skip', [helm]: 'pre-install' },
  ]
  for (const one of left) assert.not(isSynced(hooked(one)), JSON.stringify(one))
})

test.run()
