import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { ValidateBy } from 'class-validator';
import { isIsoDate } from '@duban/projections';

/** A date that has to be given, unlike those of filters. */
export const RequiredDate = (description: string): PropertyDecorator =>
  applyDecorators(
    ApiProperty({ type: String, format: 'date', description }),
    ValidateBy({
      name: 'iso-date',
      validator: {
        validate: (value: unknown) => typeof value === 'string' && isIsoDate(value),
        defaultMessage: () => '$property must be a date, such as 2026-03-05',
      },
    }),
  );
