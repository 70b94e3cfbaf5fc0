'use client';

import { Button, Group, NativeSelect, Stack, Textarea, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import type { Edit, Edits } from '@/lib/engine';
import { ADDABLE, type Addable, draftedEdit, type EditDraft, EMPTY_DRAFT } from './edit-draft';
import { nextMade } from './map-state';

interface Props {
  column: number;
  others: readonly { value: string; label: string }[];
  edits: Edits;
  add: (edit: Edit) => void;
}

/** An edit to be added: its kind, and what that kind asks for. */
export function EditForm({ column, others, edits, add }: Props) {
  const t = useTranslations('edits');
  const [draft, setDraft] = useState<EditDraft>({ ...EMPTY_DRAFT, other: others[0] ? Number(others[0].value) : null });
  const edit = draftedEdit(draft, column, nextMade(edits));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (edit) add(edit);
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="xs">
        <NativeSelect
          label={t('kind')}
          value={draft.op}
          data={ADDABLE.map((op) => ({ value: op, label: t(`kinds.${op}`) }))}
          onChange={(event) => setDraft({ ...draft, op: event.currentTarget.value as Addable })}
        />
        <DraftFields draft={draft} others={others} change={(part) => setDraft({ ...draft, ...part })} />
        <Group>
          <Button type="submit" size="compact-md" disabled={edit === null}>
            {t('add')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

interface FieldsProps {
  draft: EditDraft;
  others: Props['others'];
  change: (part: Partial<EditDraft>) => void;
}

/** What one kind of edit asks for; nothing for most. */
function DraftFields({ draft, others, change }: FieldsProps) {
  const t = useTranslations('edits.form');
  const typed = (key: 'find' | 'with' | 'lines' | 'sign', label: string, about?: string) => ({
    label,
    description: about,
    value: draft[key],
    onChange: (event: { currentTarget: { value: string } }) => change({ [key]: event.currentTarget.value }),
  });
  switch (draft.op) {
    case 'case':
      return (
        <NativeSelect
          label={t('to')}
          value={draft.to}
          data={(['name', 'upper', 'lower'] as const).map((value) => ({ value, label: t(value) }))}
          onChange={(event) => change({ to: event.currentTarget.value as EditDraft['to'] })}
        />
      );
    case 'replace':
    case 'regex-replace':
      return (
        <>
          <TextInput {...(draft.op === 'replace' ? typed('find', t('find')) : typed('find', t('pattern'), t('patternAbout')))} maxLength={200} />
          <TextInput {...typed('with', t('with'), t('withAbout'))} maxLength={200} />
        </>
      );
    case 'set-default':
      return <TextInput {...typed('with', t('value'))} maxLength={200} />;
    case 'map-values':
      return <Textarea {...typed('lines', t('pairs'))} autosize minRows={3} />;
    case 'clear':
      return <Textarea {...typed('lines', t('values'), t('valuesAbout'))} autosize minRows={2} />;
    case 'split':
      return <SplitFields draft={draft} change={change} sign={<TextInput {...typed('sign', t('at'))} maxLength={10} />} />;
    case 'join':
      return (
        <>
          <NativeSelect
            label={t('other')}
            data={[...others]}
            value={String(draft.other)}
            onChange={(event) => change({ other: Number(event.currentTarget.value) })}
          />
          <TextInput {...typed('sign', t('sign'))} maxLength={10} />
        </>
      );
    default:
      return null;
  }
}

function SplitFields({ draft, change, sign }: Pick<FieldsProps, 'draft' | 'change'> & { sign: React.ReactNode }) {
  const t = useTranslations('edits.form');
  return (
    <>
      {sign}
      <NativeSelect
        label={t('parts')}
        value={draft.parts}
        data={['2', '3', '4', '5', '6']}
        onChange={(event) => change({ parts: Number(event.currentTarget.value) })}
      />
    </>
  );
}
