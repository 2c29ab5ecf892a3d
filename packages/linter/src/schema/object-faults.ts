import { group, nearest, type Place, schemaProblems, within } from '@espalier/model'
import type { ErrorObject } from 'ajv'
import { fieldName } from '../fleet/field-name.ts'
import type { Entry } from '../fleet/fleet.ts'
import { kinds } from '../fleet/kinds.ts'
import { title } from '../fleet/title.ts'
import { ambiguityOf } from './ambiguity.ts'
import { choiceFault } from './choice-fault.ts'
import { isDefaulted } from './is-defaulted.ts'
import type { KindSchema } from './kind-schema.ts'
import { asKubernetesReads } from './kubernetes-reading.ts'
import { lackFault } from './lack-fault.ts'
import { onePerValue } from './one-per-value.ts'
import type { SchemaFault } from './schema-fault.ts'
import { settleUnions } from './settle-unions.ts'
import { strangeField } from './strange-field.ts'
import { sureErrors } from './sure-errors.ts'
import { withoutNulls } from './without-nulls.ts'

export interface Judging {
  /** Whoever delivers it may add fields: a patch, or what a kustomization works on. */
  readonly isPart: boolean
  /** A scalar as its author wrote it. */
  readonly written: (at: Place) => string | undefined
}

/** What the schema of its kind does not allow in an object, as Kubernetes reads it. */
export function objectFaults(entry: Entry, schema: KindSchema, judging: Judging): readonly SchemaFault[] {
  const { object, ambiguous } = entry
  const read = ambiguous.length === 0 ? object : asKubernetesReads(object, ambiguous)
  const strangers = schema.unknownFields(read).flatMap(one => strangeField(entry, one, schema.from) ?? [])
  return schema.errorsOf(read).length === 0
    ? strangers
    : [...strangers, ...errorFaults(entry, withoutNulls(read), schema, judging)]
}

function errorFaults(
  entry: Entry,
  object: unknown,
  schema: KindSchema,
  { isPart, written }: Judging,
): readonly SchemaFault[] {
  const errorsOf = (value: unknown) => sureErrors(schema.errorsOf(value), value)
  const { errors, choices } = settleUnions(errorsOf(object), object, errorsOf)
  const named = (at: Place) => [fieldName(entry, at), title(entry)].filter(word => word !== '').join(' of ')
  const isSecret = entry.kind === kinds.secret
  const counting = onePerValue(errors).filter(
    error => !(isPart && isOfAbsence(error)) && !isLackOfDefault(error, entry, schema),
  )
  const lacking = group(counting.filter(isLack), ({ instancePath }) => instancePath)
  const lacks = [...lacking].map(([pointer, [first, ...others]]) => {
    const names = [first, ...others].map(({ params }) => String(params.missingProperty))
    return lackFault(entry, { pointer, names, oneWouldDo: false }, named)
  })
  const faults = counting
    .filter(error => !isLack(error))
    .flatMap((error): readonly SchemaFault[] => {
      const ambiguity = ambiguityOf(entry, error, named)
      if (ambiguity !== undefined) return [ambiguity]
      // Nothing of a Secret is quoted.
      const shown = isSecret ? { ...error, data: '…' } : error
      const said = schemaProblems([shown], object, entry.place, isSecret ? undefined : written, named)
      return said.map(({ check, at, message }) => ({
        fault: check === 'unknown-field' ? check : faultOf(error, schema),
        at: error.keyword === 'maxItems' ? within(at, error.params.limit) : at,
        entry,
        message,
      }))
    })
  const chosen = choices.filter(choice => !isPart || choice.excess.length > 0)
  return [...lacks, ...faults, ...chosen.map(choice => choiceFault(entry, choice, named))]
}

function isOfAbsence({ keyword, params }: ErrorObject): boolean {
  const ofAbsence = ['required', 'minItems', 'minProperties', 'oneOf', 'anyOf', 'not']
  return ofAbsence.includes(keyword) || String(params.additionalProperty ?? '').startsWith('$')
}

function isLackOfDefault(
  { keyword, instancePath, params }: ErrorObject,
  entry: Entry,
  { from }: KindSchema,
): boolean {
  if (keyword !== 'required' || from === undefined) return false
  return isDefaulted(entry.object.apiVersion, instancePath, String(params.missingProperty))
}

/** The possible values of a kind of Kubernetes' own stay what they are; controllers learn new ones. */
function faultOf({ keyword, params, data }: ErrorObject, { from }: KindSchema): SchemaFault['fault'] {
  if (keyword !== 'enum' || from === undefined || from.startsWith('kubernetes-models ')) return 'wrong-value'
  const meant = nearest(String(data), params.allowedValues.map(String), 2)
  return meant === undefined ? 'unfamiliar-value' : 'wrong-value'
}

function isLack({ keyword }: ErrorObject): boolean {
  return keyword === 'required'
}
