-- Who may write a row is looked up by keys, row after row. Planned once while an office is new and its tables hold in a page, these look-ups read them whole from then on:
-- the first import of 5,000 employers grew slower with every row (181 rows/s, 431 with this).
alter function may_write_row(text, jsonb, boolean) set enable_seqscan = off;
