-- A file is kept piece by piece while it comes: until it is whole, nobody sees it and nobody works on it.

alter table import drop constraint import_state_check;
alter table import add constraint import_state_check check (state in ('receiving', 'reading', 'checking', 'ready', 'applying', 'applied', 'undoing', 'undone', 'failed', 'cancelled'));
