/** Name of the outlet: of its pauses, of its place, and in addresses. */
export const KAFKA_OUTLET = 'kafka';
