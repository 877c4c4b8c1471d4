-- The whole catalogue of words as JSON
SELECT coalesce(jsonb_agg(to_jsonb(v)), '[]')::text AS stored FROM vocabulary v WHERE v.owner_id IS NULL
