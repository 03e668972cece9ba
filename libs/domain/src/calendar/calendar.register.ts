import { rejected } from '@duban/kernel';
import { registerDecider } from '../register/register.decider.ts';
import type { CommandOf, EventOf, Register } from '../register/register.ts';
import type { CalendarState } from './calendar.state.ts';
import { correctCalendarYear } from './correct-calendar-year.step.ts';
import { publishCalendarYear } from './publish-calendar-year.step.ts';

const calendarSteps = {
  PublishCalendarYear: publishCalendarYear,
  CorrectCalendarYear: correctCalendarYear,
};

export type CalendarCommand = CommandOf<typeof calendarSteps>;
export type CalendarEvent = EventOf<typeof calendarSteps>;

/** One region's working days, year by year, as its notices are published. */
export const calendarRegister: Register<CalendarState, typeof calendarSteps> = {
  idOf: ({ region }) => region,
  address: 'region',
  collection: null,
  route: {
    path: '/v1/calendars/{region}/years',
    methods: { POST: 'PublishCalendarYear', PUT: 'CorrectCalendarYear' },
  },
  initialState: { status: 'unpublished' },
  refuse: ({ region }, state) =>
    state.status === 'published' && state.region !== region
      ? rejected('calendar.other-region', { region: state.region })
      : null,
  steps: calendarSteps,
};

export const calendarDecider = registerDecider(calendarRegister);
