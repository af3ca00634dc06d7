export { PackageLine } from './package-line';
export { Packages } from './packages';
