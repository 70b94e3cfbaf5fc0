import { hash, verify } from '@node-rs/argon2';

/** argon2id (the library's default kind) as OWASP recommends for it: 19 MiB, two passes, one lane; about 40 ms. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Hash of a random password that nobody kept, at the same cost: what is compared for people who do not exist or have no password. */
export const NOBODY = '$argon2id$v=19$m=19456,t=2,p=1$n2nsa5r6uIOJ/UjTTw4XiQ$i6zbrlO0IlDewC1QuWMdTHH5ilPTpw44I+8lQZoGip8';

/** The password as it is stored: a PHC string with its own salt and cost. */
export const hashPassword = (password: string): Promise<string> => hash(password, COST);

/** Whether the password is the stored one. Without a stored one the answer is no, after the same time. */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  const matches = await verify(stored ?? NOBODY, password);
  return stored !== null && matches;
}
