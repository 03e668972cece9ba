import { actors } from '../case-story.fixture.ts';
import { pick, type Place, type Sent } from '../walk-place.fixture.ts';

type DisclosureType =
  'Publish' | 'PublishResult' | 'WithholdPublication' | 'RestrictCase' | 'LiftRestriction';

/** For specs only: who is told of a case, and who is not. */
export const everyDisclosure: { readonly [Type in DisclosureType]: (place: Place) => Sent<Type> } = {
  Publish: (place) => ({
    by: actors.office,
    data: {
      what: pick(['report', 'handling-report', 'opinions', 'resolution-report'], place),
      toWhom: place.variant === 1 ? 'public' : 'deputies',
      part: place.variant === 2 ? { name: 'I', last: false } : null,
      ...{ channel: 'bulletin', url: null, date: place.on },
    },
  }),
  PublishResult: ({ on }) => ({ by: actors.office, data: { channel: 'web', url: null, date: on } }),
  WithholdPublication: () => ({ by: actors.office, data: { legalGround: 'S1 art. 10' } }),
  RestrictCase: ({ variant }) => ({
    by: actors.office,
    data: { secrecy: variant === 1 ? 'secret-by-number' : 'work-secret', ground: 'plans', documentNo: 'S1' },
  }),
  LiftRestriction: () => ({ by: actors.office, data: { ground: 'announced', documentNo: 'S2' } }),
};
