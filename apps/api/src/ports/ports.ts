/**
 * What the features of this application need from outside, by name. Everything stands behind one of these: a test that
 * wants another clock or another log gives it under its name, and builds nothing else.
 */
export const CONFIG = Symbol('config');
export const CLOCK = Symbol('clock');
/** The log, with what people wrote readable. */
export const EVENT_STORE = Symbol('event store');
/** Commands on cases: decided, and written where they are accepted. */
export const CASE_COMMANDS = Symbol('case commands');
/** What would become of a command; writes nothing. */
export const CASE_TRIALS = Symbol('case trials');
export const ATTACHMENT_FILES = Symbol('attachment files');
/** Commands on the registers beside the cases, by the kind of register. */
export const REGISTER_COMMANDS = Symbol('register commands');
/** Organs, calendars and rule sets as they are now. */
export const REFERENCE_SOURCE = Symbol('reference source');
export const POST_SOURCE = Symbol('post source');
export const READ_STORE = Symbol('read store');
export const EVENT_FEED = Symbol('event feed');
export const RESTRICTED_CASES = Symbol('restricted cases');
/** Where events go out besides `/events`. */
export const OUTLETS = Symbol('outlets');
/** The proofs of the log, and the log of who read what. */
export const AUDIT = Symbol('audit');
export const PEOPLE_DESK = Symbol('people desk');
/** How the log is, tried where it is kept by a server. */
export const LOG_STATE = Symbol('log state');
