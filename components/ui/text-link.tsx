'use client';

import { Anchor, type AnchorProps } from '@mantine/core';
import Link from 'next/link';
import type { ReactNode } from 'react';

type Props = AnchorProps & { href: string; children: ReactNode; 'aria-label'?: string };

/** A link inside text. Underlined, since colour alone must not mark it. */
export const TextLink = ({ href, ...props }: Props) => <Anchor component={Link} href={href} underline="always" {...props} />;
