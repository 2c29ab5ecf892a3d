import { groupOf } from '@espalier/model'

/**
 * Required fields that a controller fills in. The packages are made from Go types and know no defaults, so that they call these required;
 * read from the CustomResourceDefinitions of external-secrets v1.3.2, source-controller v1.8.0 and image-automation-controller.
 */
const defaulted: Readonly<Record<string, readonly string[]>> = {
  'external-secrets.io': [
    'auth.appRole.path',
    'auth.jwt.path',
    'auth.kubernetes.mountPath',
    'auth.ldap.path',
    'auth.userPass.path',
    'doppler.auth.secretRef',
    'onboardbase.apiHost',
    'onboardbase.environment',
    'onboardbase.project',
    'webhook.result',
  ],
  'generators.external-secrets.io': [
    'auth.appRole.path',
    'auth.jwt.path',
    'auth.kubernetes.mountPath',
    'auth.ldap.path',
    'auth.userPass.path',
    'spec.allowRepeat',
    'spec.length',
    'spec.noUpper',
    'passwordSpec.allowRepeat',
    'passwordSpec.length',
    'passwordSpec.noUpper',
  ],
  'image.toolkit.fluxcd.io': ['update.strategy'],
  'source.toolkit.fluxcd.io': ['verify.provider'],
}

/** True for a field that may be missing although its package calls it required; `pointer` leads to the mapping that lacks it. */
export function isDefaulted(apiVersion: string, pointer: string, name: string): boolean {
  const path = `${pointer}/${name}`.replaceAll('/', '.')
  return defaulted[groupOf(apiVersion)]?.some(field => path.endsWith(`.${field}`)) ?? false
}
