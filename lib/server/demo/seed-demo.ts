/** A person of the demo institution who can sign in. */
export interface DemoSignIn {
  email: string;
  password: string;
  role: string;
}

/** Demo data on the first start; gives the sign-ins when the demo institution is there. */
export async function seedDemo(_ownerUrl: string): Promise<DemoSignIn[]> {
  return [];
}
