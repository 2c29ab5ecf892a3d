import { within } from '@espalier/model'
import type { Check } from '../check.ts'
import { fields } from '../check-params.ts'
import { field, isRecord } from '../fleet/fields.ts'
import { kinds } from '../fleet/kinds.ts'
import { latticeOf } from '../fleet/lattice.ts'
import { title } from '../fleet/title.ts'
import { type Value, valuesAt } from '../fleet/values.ts'

interface Params {
  /** The field that a match goes without: `method`, or in it the `service` of the method that it names. */
  readonly without: 'method' | 'service'
}

/** Matches of a GRPCRoute say what they match as the controller needs it. */
export const grpcMatchNamesService: Check<Params> = {
  name: 'grpc-match-names-service',
  params: fields({ without: { enum: ['method', 'service'] } }, 'without'),
  *find(fleet, { without }) {
    for (const route of latticeOf(fleet, [kinds.grpcRoute])) {
      const wrong = valuesAt(route, 'spec.rules.*.matches.*').filter(
        without === 'method' ? lacksMethod : lacksService,
      )
      for (const { value, at } of wrong) {
        const method = field(value, 'method', 'method')
        yield {
          at: without === 'method' ? at : within(at, 'method', 'method'),
          entry: route,
          message:
            without === 'method'
              ? `a match of ${title(route)} has no method, without which the controller cannot build the route`
              : `${title(route)} matches the gRPC method ${method}, but does not say of which service`,
        }
      }
    }
  },
}

// An explicit null is as good as nothing.
function lacksMethod({ value }: Value): boolean {
  return isRecord(value) && (field(value, 'method') ?? undefined) === undefined
}

function lacksService({ value }: Value): boolean {
  const [service, method] = ['service', 'method'].map(key => field(value, 'method', key) ?? undefined)
  return service === undefined && method !== undefined
}
