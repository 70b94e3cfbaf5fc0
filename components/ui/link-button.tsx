'use client';

import { Button, type ButtonProps } from '@mantine/core';
import type { Route } from 'next';
import Link from 'next/link';

type Props = ButtonProps & { href: string };

/** A button that goes somewhere: a link, so that it opens in a new tab and is announced as one. */
export const LinkButton = ({ href, ...props }: Props) => <Button component={Link} href={href as Route} {...props} />;
