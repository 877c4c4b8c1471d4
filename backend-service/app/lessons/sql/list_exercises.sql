-- $1 lesson -> its exercises in order, without their answers (pairs are taken apart before they leave)
SELECT id, kind, prompt, prompt_vi, choices::text AS choices, tokens::text AS tokens, pairs::text AS pairs,
       audio_text, kind <> 'speaking' OR hint_vi IS NOT NULL AS has_hint
FROM exercises
WHERE lesson_id = $1::uuid AND NOT is_retired
ORDER BY order_index
