'use client';

import { Button, Group, Stack, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { EditOffer, FieldCode } from '@/lib/engine';
import { EditForm } from './edit-form';
import { EditItem } from './edit-item';
import { addEdit, editsOf, type MapState, moveTo, removeEdit, swapEdits } from './map-state';
import classes from './map-step.module.css';
import type { EditTexts } from './use-edit-text';
import type { TriedEdits } from './use-edits-preview';

interface Props {
  column: number;
  name: string;
  /** The other columns of the file. */
  others: readonly { value: string; label: string }[];
  state: MapState;
  tried: TriedEdits | null;
  offers: readonly EditOffer[];
  texts: EditTexts;
  change: (state: MapState) => void;
}

/** What is done to the values of a column before they are imported: edits in their order, those suggested, and one to be added. */
export function ColumnEdits({ column, name, others, state, tried, offers, texts, change }: Props) {
  const t = useTranslations('edits');
  const [open, setOpen] = useState(false);
  const places = editsOf(state.edits, column);
  const offered = offers.filter((offer) => offer.column === column && fits(offer, state) && !has(state, offer));
  return (
    <Stack gap="xs" mt="xs">
      {places.length > 0 && (
        <ol className={classes.edits} aria-label={t('column', { column: name })}>
          {places.map((at) => {
            const edit = state.edits.list[at];
            const [up, down] = [moveTo(state.edits, at, -1), moveTo(state.edits, at, 1)];
            return (
              edit && (
                <EditItem
                  key={JSON.stringify(edit)}
                  text={texts.sentence(edit)}
                  preview={tried?.of(edit)}
                  rows={tried}
                  up={up === null ? null : () => change(swapEdits(state, at, up))}
                  down={down === null ? null : () => change(swapEdits(state, at, down))}
                  remove={() => change(removeEdit(state, at))}
                />
              )
            );
          })}
        </ol>
      )}
      {offered.map((offer) => (
        <Offer key={JSON.stringify(offer.edit)} offer={offer} texts={texts} take={() => change(addEdit(state, offer.edit))} />
      ))}
      <Group>
        <Button
          variant="subtle"
          size="compact-sm"
          aria-expanded={open}
          aria-label={`${t(open ? 'close' : 'edit')}: ${name}`}
          onClick={() => setOpen(!open)}
        >
          {t(open ? 'close' : 'edit')}
        </Button>
      </Group>
      {open && (
        <EditForm
          column={column}
          others={others}
          edits={state.edits}
          add={(edit) => {
            change(addEdit(state, edit));
            setOpen(false);
          }}
        />
      )}
    </Stack>
  );
}

const has = ({ edits }: MapState, { edit }: EditOffer): boolean => edits.list.some((each) => JSON.stringify(each) === JSON.stringify(edit));

/** An edit of names is no use to a town: the column, or a part of it, must go to a field that it is meant for. */
function fits({ column, fields }: EditOffer, { mapping, edits }: MapState): boolean {
  const made = editsOf(edits, column).flatMap((at) => {
    const edit = edits.list[at];
    return edit && 'into' in edit ? [edit.into].flat() : [];
  });
  const goesTo = [column, ...made].map((index) => mapping[index]).filter((field) => field);
  return fields === null ? goesTo.length > 0 : goesTo.some((field) => fields.includes(field as FieldCode));
}

function Offer({ offer: { edit, reason, domain }, texts, take }: { offer: EditOffer; texts: EditTexts; take: () => void }) {
  const t = useTranslations('edits');
  const values = edit.op === 'clear' ? texts.quoted(edit.values ?? []) : '';
  return (
    <Group gap="xs" wrap="nowrap" align="flex-start">
      <Text size="sm" c="dimmed">
        {t('offers')}
      </Text>
      <Button variant="default" size="compact-sm" onClick={take} classNames={{ root: classes.offer, label: classes.offerLabel }}>
        {reason === 'domain' ? domain && t('offer.domain', domain) : t(`offer.${reason}`, { values })}
      </Button>
    </Group>
  );
}
