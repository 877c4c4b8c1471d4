-- Search that does not ask for Vietnamese marks: "gia dinh" finds "gia đình".
CREATE FUNCTION lexi_fold(words text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN translate(lower(regexp_replace(normalize(coalesce(words, ''), NFD), '[\u0300-\u036f]', '', 'g')), 'đ', 'd');

-- Every word of a search, in any order: its beginning, or an English form of it.
CREATE FUNCTION lexi_query(words text) RETURNS tsquery LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN regexp_replace(plainto_tsquery('simple', lexi_fold(words))::text, '''( |$)', ''':*\1', 'g')::tsquery
    || plainto_tsquery('english', words);

ALTER TABLE courses ADD COLUMN search tsvector GENERATED ALWAYS AS (
    setweight(to_tsvector('simple', lexi_fold(title || ' ' || coalesce(title_vi, ''))), 'A')
    || setweight(to_tsvector('simple', lexi_fold(description || ' ' || coalesce(description_vi, ''))), 'B')
    || setweight(to_tsvector('english', title || ' ' || description), 'C')
) STORED;
CREATE INDEX courses_search ON courses USING gin (search);
