import { env } from '../env';

export const settings = env;
