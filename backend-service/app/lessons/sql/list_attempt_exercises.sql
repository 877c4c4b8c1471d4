-- $1 user, $2 attempt -> its exercises in order, and what became of each so far
SELECT x.id, x.kind, x.prompt, x.prompt_vi, x.choices::text AS choices, x.tokens::text AS tokens, x.pairs::text AS pairs,
       x.audio_text, x.kind <> 'speaking' OR x.hint_vi IS NOT NULL AS has_hint,
       a.is_correct, a.points, h.exercise_id IS NOT NULL AS is_hinted
FROM lesson_attempts t
CROSS JOIN unnest(t.exercise_ids) WITH ORDINALITY AS listed(id, place)
JOIN exercises x ON x.id = listed.id
LEFT JOIN attempt_answers a ON a.user_id = t.user_id AND a.attempt_id = t.id AND a.exercise_id = x.id
LEFT JOIN attempt_hints h ON h.user_id = t.user_id AND h.attempt_id = t.id AND h.exercise_id = x.id
WHERE t.user_id = $1::uuid AND t.id = $2::uuid
ORDER BY listed.place
