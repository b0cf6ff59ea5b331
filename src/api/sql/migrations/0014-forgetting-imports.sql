-- A person who is blanked is blanked in the files that brought them (A-2.1, art. 73): what was imported of their employer goes whole, bytes, rows, what its
-- columns showed, and the answers kept for a retry. The import itself stays, and so does what it wrote. One that is at work is not touched.
create function forget_import_files(contact uuid, at timestamptz, today date) returns int
language plpgsql security definer set search_path = public, pg_temp as $$
declare
	ids uuid[];
begin
	if asking_role() <> 'manager' then raise exception 'a redaction is ordered by a manager of the region' using errcode = '42501'; end if;
	ids := array(select distinct i.id from import i join import_row r on r.import_id = i.id
		where i.region_code = asking_region() and i.state not in ('reading', 'checking', 'applying', 'undoing')
			and r.employer_id in (select v.root_id from revision v where v.entity = 'contact' and v.entity_id = contact));
	if cardinality(ids) = 0 then return 0; end if;
	delete from import_row where import_id = any(ids);
	delete from import_piece where import_id = any(ids);
	update import set state = case when state = 'ready' then 'cancelled' else state end, ended_at = coalesce(ended_at, at), kept_until = today, version = version + 1,
		columns = (select coalesce(jsonb_agg(c || '{"samples": []}' order by place), '[]') from jsonb_array_elements(columns) with ordinality as t (c, place))
	where id = any(ids);
	update idempotency_key set body = jsonb_set(body, '{output,columns}', '[]') where body #>> '{output,id}' = any(ids::text[]) and body #> '{output,columns}' is not null;
	return cardinality(ids);
end $$;
revoke execute on function forget_import_files(uuid, timestamptz, date) from public;
grant execute on function forget_import_files(uuid, timestamptz, date) to jalon_app;
