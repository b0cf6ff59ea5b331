-- The employers of a municipality by their last visit: « not seen for 180 days within 10 km », counted and listed from here.
create index employer_summary_place on employer_summary (region_code, municipality_code, last_visit_on) include (advisor_id) where archived_on is null;
