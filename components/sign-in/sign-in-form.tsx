'use client';

import { Button, Divider, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { signIn } from 'next-auth/react';
import { useTranslations } from 'next-intl';
import { useState, useTransition } from 'react';
import type { Refusal } from '@/components/ui/answer';
import { RefusalAlert } from '@/components/ui/refusal-alert';

interface Props {
  /** Name of the single sign-on; null where there is none. */
  providerName: string | null;
  /** Why the last attempt at the identity provider was refused. */
  refusal: Refusal | null;
  /** Minutes that a person waits after too many attempts. */
  waitMinutes: number;
  /** Path that the single sign-on comes back to. */
  wanted: string;
  /** Called once signed in; leads on to the product. */
  done: () => Promise<void>;
}

/** E-mail and password, or the single sign-on. Never tells whether an account exists. */
export function SignInForm({ providerName, refusal: refused, waitMinutes, wanted, done }: Props) {
  const t = useTranslations('signIn');
  const [pending, start] = useTransition();
  const [refusal, setRefusal] = useState(refused);
  const form = useForm({
    initialValues: { email: '', password: '' },
    validate: {
      email: (email) => (email.trim() ? null : t('emailMissing')),
      password: (password) => (password ? null : t('passwordMissing')),
    },
  });
  const submit = form.onSubmit((credentials) =>
    start(async () => {
      const result = await signIn('credentials', { ...credentials, redirect: false }).catch(() => null);
      if (result?.ok) return done();
      setRefusal({ code: result?.error ?? 'sign-in-unavailable', params: { minutes: waitMinutes } });
    }),
  );
  return (
    <Stack gap="lg">
      <RefusalAlert refusal={refusal} />
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          <TextInput label={t('email')} type="email" autoComplete="username" size="md" {...form.getInputProps('email')} />
          <PasswordInput label={t('password')} autoComplete="current-password" size="md" {...form.getInputProps('password')} />
          <Button type="submit" size="md" loading={pending} mt="xs">
            {t('submit')}
          </Button>
        </Stack>
      </form>
      {providerName && (
        <>
          <Divider label={t('or')} />
          <Button variant="default" size="md" onClick={() => signIn('oidc', { callbackUrl: wanted })}>
            {t('withProvider', { name: providerName })}
          </Button>
        </>
      )}
    </Stack>
  );
}
