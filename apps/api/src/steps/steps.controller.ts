import { Controller, Get, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { stepsOfRole, stepsOnRegister } from '@duban/application';
import type { AllSteps, CaseSteps } from '@duban/contracts';
import { Asker, Reads, type Principal } from '@duban/nest';
import { CaseParams } from '../http/case.params.ts';
import { OfferSteps } from './offer-steps.query.ts';
import { RegisterParams, StepsDto } from './steps.dto.ts';

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
    return this.#bus.execute(new OfferSteps({ caseId, itemId: query.item, asker }, query));
  }
}
