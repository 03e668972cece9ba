import type { Office } from '../composition/office.ts';

const three = (address: string): string => `
Three things to try:
  1. The board, as the supervision office sees it
     TOKEN=$(curl -s ${address}/demo/personas | grep -o '"token":"[^"]*"' | head -1 | cut -d'"' -f4)
     curl -s -H "Authorization: Bearer $TOKEN" ${address}/v1/board
  2. How many items stand at which stage
     curl -s -H "Authorization: Bearer $TOKEN" "${address}/v1/board/counts?groupBy=stage"
  3. Every event as it happens, from the first one on
     curl -N -H "Authorization: Bearer $TOKEN" -H "Last-Event-ID;" ${address}/events
`;

/** What a person who has just started Duban wants to read; personas and their tokens exist in the demo only. */
export const welcome = async ({ config, identity }: Office, port: number): Promise<string> => {
  const scheme = config.tls.mode === 'own' ? 'https' : 'http';
  const address = `${scheme}://${config.host.includes(':') ? `[${config.host}]` : config.host}:${String(port)}`;
  const lines = [`Duban 督办 (${config.profile}) listens on ${address}`, `API: ${address}/docs`];
  if (identity.personas === null) return `${lines.join('\n')}\n`;
  const personas = (await identity.personas()).map(({ name, role }) => `  ${name} - ${role}`);
  return `${[...lines, `Data: ${config.dataDir}`, '', 'Personas of the demo:', ...personas].join('\n')}\n${three(address)}`;
};
