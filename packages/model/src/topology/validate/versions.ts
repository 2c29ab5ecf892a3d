import type { Problem } from '../../finding.ts'
import { type Place, within } from '../../source.ts'
import { defaults } from '../defaults.ts'
import type { ControllerEntry } from '../types.ts'
import { isOlder } from '../version.ts'
import { at, controllerEntries, type Entry, type Written } from '../written.ts'

/** Versions that do not work together or with what Espalier renders. Source: the controller's upgrade guide v2.0.x to v2.1.y. */
export function versionProblems(written: Written): readonly Problem[] {
  const { gitops, gatewayApi } = written.topology
  const argocd = gitops.argocd?.version
  const crds = gatewayApi?.version ?? defaults.gatewayApi
  const problems = controllerEntries(written).flatMap(controllerProblems)
  if (argocd !== undefined && isOlder(argocd, '3.1.0')) {
    problems.push(
      old(
        `Argo CD ${argocd}`,
        '3.1.0: server-side diff is stable since then',
        at(written, 'gitops', 'argocd', 'version'),
      ),
    )
  }
  if (isOlder(crds, 'v1.5.0') && written.topology.serviceNetwork !== undefined) {
    problems.push(
      old(
        `the Gateway API ${crds}`,
        'v1.5.0: the controller does not start without it',
        at(written, 'gatewayApi', 'version'),
      ),
    )
  }
  return problems
}

function controllerProblems({ value: { version, resyncSeconds }, at }: Entry<ControllerEntry>): Problem[] {
  const problems: Problem[] = []
  if (version !== undefined && isOlder(version, 'v2.1.0')) {
    problems.push(
      old(
        `controller ${version}`,
        'v2.1.0: export names and TLSRoute v1 came with it',
        within(at, 'version'),
      ),
    )
  }
  if (resyncSeconds !== undefined && resyncSeconds > 0 && resyncSeconds < 60) {
    const message = `resyncSeconds ${resyncSeconds} stops the controller at its start: it must be 0 (off) or at least 60`
    problems.push({ check: 'wrong-value', message, at: within(at, 'resyncSeconds') })
  }
  return problems
}

function old(what: string, needs: string, at: Place): Problem {
  return { check: 'version-too-old', message: `${what} is older than ${needs}`, at }
}
