-- A column that changes its type: the images written before hold the former one, which the new type may not read at all.
-- `convert` names a function jsonb → jsonb of the schema that turns a value of the former type into one of today's, and leaves one of today's as it is.
alter table journal_column add column convert text;

create function converted(by_function text, value jsonb) returns jsonb language plpgsql stable as $$
declare result jsonb;
begin
	if by_function is null or value is null or value = 'null' then return value; end if;
	execute format('select %I($1)', by_function) into result using value;
	return result;
end $$;

create or replace function image_now(of_entity text, image jsonb) returns jsonb language sql stable as $$
	select (image || coalesce((
			select jsonb_object_agg(c.name, converted(c.convert, case when image ? c.name then image -> c.name else coalesce((select image -> f from unnest(c.former) f where image ? f limit 1), c.absent) end))
			from journal_column c where c.entity = of_entity and (c.convert is not null or not image ? c.name)), '{}'))
		- coalesce((select array_agg(f) from journal_column c, unnest(c.former) f where c.entity = of_entity), '{}')
$$;
