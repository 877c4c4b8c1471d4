-- $1 id, $2 lesson, $3 slug, $4 order, $5 kind, $6 prompt, $7 Vietnamese prompt, $8 choices, $9 tokens, $10 pairs,
-- $11 audio text, $12 answer, $13 alternatives, $14 Vietnamese explanation, $15 Vietnamese hint
INSERT INTO exercises (id, lesson_id, slug, order_index, kind, prompt, prompt_vi, choices, tokens, pairs, audio_text,
                       answer, alternatives, explanation_vi, hint_vi)
VALUES ($1::uuid, $2::uuid, $3, $4::integer, $5, $6, $7, $8::jsonb, $9::jsonb, $10::jsonb, $11, $12, $13::jsonb, $14, $15)
ON CONFLICT (id) DO UPDATE
SET order_index = excluded.order_index, kind = excluded.kind, prompt = excluded.prompt,
    prompt_vi = excluded.prompt_vi, choices = excluded.choices, tokens = excluded.tokens, pairs = excluded.pairs,
    audio_text = excluded.audio_text, answer = excluded.answer, alternatives = excluded.alternatives,
    explanation_vi = excluded.explanation_vi, hint_vi = excluded.hint_vi, is_retired = false
