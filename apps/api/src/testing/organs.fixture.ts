import { SYSTEM_ACTOR, type ReferenceCommands } from '@duban/application';
import type { OrganKind } from '@duban/domain';

type Registration = {
  readonly organId: string;
  readonly kind: OrganKind;
  readonly name: string;
  readonly since: string;
};

const organ = (organId: string, kind: OrganKind, name: string): Registration => ({
  organId,
  kind,
  name,
  since: '2018-01-01',
});

/** The organs that the walk names: only who is registered is assigned or addressed. */
const walkOrgans: readonly Registration[] = [
  organ('cq-so', 'congress-body', '市人大常委会督办工作办公室'),
  organ('cq-urban-committee', 'congress-body', '市人大城乡建设环境保护委员会'),
  organ('cq-government', 'government', '市人民政府'),
  organ('cq-housing', 'bureau', '市住房和城乡建设委员会'),
  organ('cq-civil-affairs', 'bureau', '市民政局'),
  organ('cq-emergency', 'bureau', '市应急管理局'),
];

export const registerOrgans = async ({ organ: send }: Pick<ReferenceCommands, 'organ'>): Promise<void> => {
  for (const data of walkOrgans) {
    const commandId = `walk:organ:${data.organId}`;
    await send({ type: 'RegisterOrgan', data, commandId, actor: SYSTEM_ACTOR });
  }
};

/** Sends a request to a server of its own process. */
export type PostOrgan = (path: string, body: object) => Promise<{ readonly status: number }>;

/** The same over HTTP. */
export const postOrgans = async (post: PostOrgan): Promise<void> => {
  for (const { organId, ...data } of walkOrgans)
    await post(`/v1/organs/${organId}/commands/register-organ`, { data });
};
