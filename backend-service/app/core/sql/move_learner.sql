-- $1 user, $2 now, $3 the new zone, $4 the day reached in the old one, $5 the old zone, $6 the first and $7 the last
-- day that the learner does not live (none where $6 is after $7). Of the moves the last twenty are kept. Who has done
-- nothing yet has not moved.
WITH lived AS (
    SELECT FROM learner_days WHERE user_id = $1::uuid LIMIT 1
), home AS (
    INSERT INTO learner_zones (user_id, since, time_zone, first_day)
    SELECT $1::uuid, '1970-01-01T00:00:00Z', $5, '1970-01-01'
    FROM lived
    WHERE NOT EXISTS (SELECT FROM learner_zones WHERE user_id = $1::uuid)
), old AS (
    DELETE FROM learner_zones
    WHERE user_id = $1::uuid
      AND since < (SELECT since FROM learner_zones WHERE user_id = $1::uuid ORDER BY since DESC OFFSET 19 LIMIT 1)
), skipped AS (
    INSERT INTO streak_excused (user_id, day, reason, excused_at)
    SELECT $1::uuid, d::date, 'travel', $2::timestamptz
    FROM lived, generate_series($6::date, $7::date, interval '1 day') AS d
    ON CONFLICT (user_id, day) DO NOTHING
)
INSERT INTO learner_zones (user_id, since, time_zone, first_day)
SELECT $1::uuid, $2::timestamptz, $3, $4::date FROM lived
ON CONFLICT (user_id, since) DO UPDATE SET time_zone = excluded.time_zone
