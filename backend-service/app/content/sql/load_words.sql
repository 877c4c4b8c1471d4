-- The whole catalogue of words as JSON; what an old row lacks is empty, and so differs from the pack
SELECT coalesce(jsonb_agg(to_jsonb(v) || jsonb_build_object('part_of_speech', coalesce(v.part_of_speech, ''),
                                                            'difficulty', coalesce(v.difficulty, ''))), '[]')::text AS stored
FROM vocabulary v
WHERE v.owner_id IS NULL
