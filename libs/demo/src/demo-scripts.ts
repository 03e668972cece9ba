import { digitalTwin } from './examples/01-digital-twin.ts';
import { livingCircle } from './examples/02-living-circle.ts';
import { traffic } from './examples/03-traffic.ts';
import { districtCases } from './examples/04-districts.ts';
import { property } from './examples/04-property.ts';
import { livelihood } from './examples/05-livelihood.ts';
import { centres } from './examples/06-centres.ts';
import { sameSuggestions } from './examples/06-suggestions.ts';
import { integration } from './examples/07-integration.ts';
import { enforcement } from './examples/08-enforcement.ts';
import { interpellation } from './examples/08-interpellation.ts';
import { safety } from './examples/09-safety.ts';
import { elderCanteens } from './examples/10-elder-canteens.ts';
import { citySafety } from './open/city-safety.ts';
import { parking } from './open/parking.ts';
import { publicServices } from './open/public-services.ts';
import { silentDeputy } from './open/silent-deputy.ts';
import type { Script } from './script/act.ts';

/** The ten worked examples of domain.md section 6, the cases linked with them, and later ones that are still open. */
export const demoScripts: readonly Script[] = [
  digitalTwin,
  livingCircle,
  traffic,
  property,
  ...districtCases,
  livelihood,
  centres,
  sameSuggestions,
  integration,
  enforcement,
  interpellation,
  safety,
  elderCanteens,
  parking,
  citySafety,
  publicServices,
  silentDeputy,
];
