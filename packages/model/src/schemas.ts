// The schemas that the project publishes, as objects; a module of their own, since most commands need none of them.
export { planSchema } from './generated/plan-schema.ts'
export { policySchema } from './generated/policy-schema.ts'
export { reportSchema } from './generated/report-schema.ts'
export { topologySchema } from './generated/topology-schema.ts'
export { trialSchema } from './generated/trial-schema.ts'
