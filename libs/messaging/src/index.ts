export { TOPICS, type CloudEvent, type PublicMessage, type Topic } from './translate/cloud-event.ts';
export { translate } from './translate/translate.ts';
