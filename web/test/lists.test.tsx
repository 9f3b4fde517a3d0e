import { fireEvent, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { Component as Assignments } from '../src/pages/uppdrag/page';
import { open } from './open';

const item = {
  id: 'nattlinje',
  title: 'Nattlinje',
  responsible: [],
  state: { code: 'given', text: 'givet' },
  deadline: { original: 'våren 2026' },
  givenOn: '2026-01-10',
  moves: 0,
};

it('the list of assignments says how it is sorted, turns it, and calls what is open open', async () => {
  const asked = await open(Assignments, '/uppdrag?kolumner=givet&sortera=given', {
    '/api/assignments': { items: [item] },
  });
  const orders = () => {
    const lists = asked.filter(({ pathname }) => pathname === '/api/assignments');
    return lists.map(({ searchParams }) => [searchParams.get('state'), searchParams.get('order')].join());
  };
  const given = () => screen.getByRole('columnheader', { name: /Givet/ }).getAttribute('aria-sort');
  await screen.findByText('Nattlinje');
  expect(given()).toBe('descending');
  const state = screen.getByRole<HTMLSelectElement>('combobox', { name: 'Läge' });
  expect(state.selectedOptions[0]?.textContent).toBe('öppet');
  fireEvent.click(screen.getByRole('button', { name: /Givet/ }));
  await screen.findByText('Nattlinje');
  expect(given()).toBe('ascending');
  expect(orders()).toEqual(['open,', 'open,asc']);
});
