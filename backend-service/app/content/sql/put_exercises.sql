-- $1 course, $2 exercises as JSON. What is there already keeps what is asked: only its place may change.
INSERT INTO exercises (id, lesson_id, slug, order_index, kind, prompt, prompt_vi, choices, tokens, pairs, audio_text,
                       answer, alternatives, explanation_vi, hint_vi)
SELECT x.id, l.id, x.slug, x.order_index, x.kind, x.prompt, x.prompt_vi, x.choices, x.tokens, x.pairs, x.audio_text,
       x.answer, x.alternatives, x.explanation_vi, x.hint_vi
FROM jsonb_to_recordset($2::jsonb)
    AS x(id uuid, lesson_id uuid, slug text, order_index integer, kind text, prompt text, prompt_vi text, choices jsonb,
         tokens jsonb, pairs jsonb, audio_text text, answer text, alternatives jsonb, explanation_vi text, hint_vi text)
JOIN lessons l ON l.id = x.lesson_id AND l.course_id = $1::uuid
ON CONFLICT (id) DO UPDATE SET order_index = excluded.order_index, is_retired = false
