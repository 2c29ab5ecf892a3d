import { writeExamples } from './embed/examples.ts'
import { writeFieldReference } from './embed/field-reference.ts'
import { writeKinds } from './embed/kinds/write-kinds.ts'
import { writeLattice } from './embed/kinds/write-lattice.ts'
import { writePolicies } from './embed/policies.ts'
import { writeSchema } from './embed/schemas.ts'
import { writeValidator } from './embed/validators.ts'

// Turns the data folders into committed source: no package reads a file at import, and nothing is compiled or parsed at start.

writeValidator({ schema: 'policy', name: 'validatePolicy', type: 'Policy', from: '../policy.ts' })
writeValidator({
  schema: 'topology',
  name: 'validateTopologySchema',
  type: 'Topology',
  from: '../topology/types.ts',
})
writeKinds()
writeLattice()
writeSchema('plan')
writeSchema('policy')
writeSchema('report')
writeSchema('topology')
writeSchema('trial')
writeFieldReference('topology')
writeExamples(await writePolicies())
