export { demoPending } from './demo-pending.ts';
export { demoSeed, seedDemo, type DemoOffice, type DemoTime } from './seed-demo.ts';
