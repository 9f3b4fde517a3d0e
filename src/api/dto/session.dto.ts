import { Text } from '../fields.js';

export class SignInDto {
  @Text(512, { about: 'A token from the configuration.', example: 'demo-sekreterare-ylva' })
  token: string;
}
