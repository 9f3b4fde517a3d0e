import { Controller, Get, Param } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Public } from './auth.js';
import { Problem, type ProblemCode } from './problems.js';
import { problemCatalogue } from './problem-texts.js';

const isProblemCode = (code: string): code is ProblemCode => Object.hasOwn(problemCatalogue, code);

/** What each `type` of problem leads to: the problem in both languages. */
@ApiExcludeController()
@Controller('problems')
export class ProblemsController {
  @Get()
  @Public()
  all() {
    return Object.keys(problemCatalogue).map((code) => `/problems/${code}`);
  }

  @Get(':code')
  @Public()
  one(@Param('code') code: string) {
    if (!isProblemCode(code)) throw new Problem('noSuchPath');
    return { type: `/problems/${code}`, code, ...problemCatalogue[code] };
  }
}
