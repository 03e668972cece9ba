import { digitalTwin } from './examples/01-digital-twin.ts';
import { livingCircle } from './examples/02-living-circle.ts';
import { traffic } from './examples/03-traffic.ts';
import { districtCases } from './examples/04-districts.ts';
import { property } from './examples/04-property.ts';
import { livelihood } from './examples/05-livelihood.ts';
import type { Script } from './script/act.ts';

/** The ten worked examples of domain.md section 6 and the cases linked with them. */
export const demoScripts: readonly Script[] = [
  digitalTwin,
  livingCircle,
  traffic,
  property,
  ...districtCases,
  livelihood,
];
