import { Controller, Get, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { legalDateOf, stepsAt, stepsOfRole, stepsOnRegister, type ChoicePlace } from '@duban/application';
import type { AllSteps, CaseSteps } from '@duban/contracts';
import { ownEntry, type ItemState, type OpenedCase } from '@duban/domain';
import { Asker, ProblemError, Reads, type Principal } from '@duban/nest';
import type { Office } from '../office/office.ts';
import { CaseParams } from '../queries/case.dto.ts';
import { visibleCase } from '../queries/reach.ts';
import { ReadQuery } from '../queries/read-query.ts';
import { RegisterParams, StepsDto } from './steps.dto.ts';

const itemIn = ({ items }: OpenedCase, itemId: string | undefined): ItemState | null => {
  if (itemId === undefined) return null;
  const item = ownEntry(items, itemId);
  if (item === undefined) throw new ProblemError('not-found', { reason: 'item.unknown' });
  return item;
};

const placeOf = async (
  { clock, reference }: Office,
  { id, role, organ }: Principal,
  stands: Pick<ChoicePlace, 'state' | 'item'>,
): Promise<ChoicePlace> => {
  const { organs } = await reference.current();
  return { ...stands, id, role, organ, today: legalDateOf(clock.now()), organs };
};

/** What people may do: pages, programs and the command line draw their forms from here and know no step by name. */
@ApiTags('steps')
@Controller('v1')
export class StepsController {
  readonly #bus: QueryBus;

  constructor(bus: QueryBus) {
    this.#bus = bus;
  }

  /** Every step that the asker's part may send, whatever the case. */
  @Get('steps')
  @Reads('cases')
  all(@Asker() { role }: Principal): AllSteps {
    return stepsOfRole(role);
  }

  /** What the asker's part may do to an entry of this register. */
  @Get('steps/:register')
  @Reads('reference')
  onRegister(@Param() { register }: RegisterParams, @Asker() { role }: Principal): AllSteps {
    return stepsOnRegister(register, role);
  }

  /** The steps on this case or item: what can be taken now, and why the others cannot. The decision alone decides. */
  @Get('cases/:caseId/steps')
  @Reads('cases')
  onCase(
    @Param() { caseId }: CaseParams,
    @Query() query: StepsDto,
    @Asker() asker: Principal,
  ): Promise<CaseSteps> {
    return this.#bus.execute(
      new ReadQuery(async (read, office) => {
        const { state } = await visibleCase(read, caseId, asker);
        const item = itemIn(state, query.item);
        return stepsAt(await placeOf(office, asker, { state, item }));
      }, query.after),
    );
  }
}
