import { Module } from '@nestjs/common';
import { OfferStepsHandler } from './offer-steps.query.ts';
import { StepsController } from './steps.controller.ts';

/** What people may do: the forms of every step, and what is open to somebody now. */
@Module({ controllers: [StepsController], providers: [OfferStepsHandler] })
export class StepsModule {}
