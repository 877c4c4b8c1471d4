-- $1 user, $2 place, $3 when: the owner is at home there; the last twenty places are kept
WITH gone AS (
    DELETE FROM sign_in_places
    WHERE user_id = $1::uuid AND place <> $2 AND place NOT IN (
        SELECT place FROM sign_in_places WHERE user_id = $1::uuid AND place <> $2 ORDER BY seen_at DESC LIMIT 19)
)
INSERT INTO sign_in_places (user_id, place, seen_at) VALUES ($1::uuid, $2, $3::timestamptz)
ON CONFLICT (user_id, place) DO UPDATE SET seen_at = excluded.seen_at
