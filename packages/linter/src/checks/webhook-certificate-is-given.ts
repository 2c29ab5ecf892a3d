import { keyOf } from '@espalier/model'
import type { Check } from '../check.ts'
import { noParams } from '../check-params.ts'
import { controllerCharts } from '../fleet/controller-charts.ts'
import { field, list } from '../fleet/fields.ts'
import type { Entry } from '../fleet/fleet.ts'
import { type HelmValues, isTrue, valueText } from '../fleet/helm-values.ts'
import { title } from '../fleet/title.ts'

/** The chart of the controller is given the certificate of its webhook, or no webhook. */
export const webhookCertificateIsGiven: Check = {
  name: 'webhook-certificate-is-given',
  params: noParams,
  *find(fleet) {
    for (const { entry, at, values } of controllerCharts(fleet)) {
      if (!values.isWhole || isOff(values) || hasCertificate(values) || isDriftIgnored(entry)) continue
      yield {
        at: values.get('webhookEnabled')?.at ?? keyOf(at),
        entry,
        message: `${title(entry)} enables the controller's webhook, but gives its chart no certificate`,
      }
    }
  },
}

// On unless the values say otherwise.
function isOff(values: HelmValues): boolean {
  const enabled = values.get('webhookEnabled')
  return enabled !== undefined && !isTrue(enabled)
}

function hasCertificate(values: HelmValues): boolean {
  const fixed = ['caCert', 'cert', 'key'].every(name => valueText(values.get(`webhookTLS.${name}`)))
  return fixed || isTrue(values.get('webhookTLS.certManager.enabled'))
}

function isDriftIgnored({ object }: Entry): boolean {
  return list(field(object, 'spec', 'ignoreDifferences')).some(
    one => field(one, 'kind') === 'MutatingWebhookConfiguration',
  )
}
