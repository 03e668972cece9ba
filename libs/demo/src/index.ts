export { demoPending } from './demo-pending.ts';
export { demoSeed, seedDemo } from './seed-demo.ts';
