export { vpcLattice } from './vpc-lattice/index.ts'
