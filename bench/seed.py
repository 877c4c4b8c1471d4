"""Learners with words, reviews and a course, written straight into the Backend's tables."""
import dataclasses
import random

import psycopg


@dataclasses.dataclass
class Seeded:
    learners: list   # ids; pgbench makes them of numbers (backend.pgbench)
    cards: list      # (learner, card)
    lessons: list    # lesson ids of a course without graded exercises


def seed(url, learners=500, cards=120, reviews=0):
    """`reviews`: rows of the review log, spread over all cards."""
    with psycopg.connect(url, autocommit=True) as db:
        db.execute("""
            INSERT INTO users (id, email, username, hashed_password)
            SELECT ('00000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, 'bench' || n || '@example.com',
                   'bench' || n, '-' FROM generate_series(1, %s) n""", [learners])
        # A third is due, a third comes later, a third is new.
        db.execute("""
            INSERT INTO user_vocabulary (user_id, vocabulary_id, status, review_count, next_review_at, interval_days,
                                         state, step, stability, difficulty, last_review_at)
            SELECT u.id, v.id,
                   CASE WHEN v.n %% 3 = 2 THEN 'learning' ELSE 'reviewing' END,
                   CASE WHEN v.n %% 3 = 2 THEN 0 ELSE 4 END,
                   now() + (CASE v.n %% 3 WHEN 0 THEN -1 - random() * 5 WHEN 1 THEN 1 + random() * 9 ELSE -1 END) * interval '1 day',
                   CASE WHEN v.n %% 3 = 2 THEN 0 ELSE 6 END,
                   CASE WHEN v.n %% 3 = 2 THEN 1 ELSE 2 END,
                   CASE WHEN v.n %% 3 = 2 THEN 0 END,
                   CASE WHEN v.n %% 3 < 2 THEN 6.0 END, CASE WHEN v.n %% 3 < 2 THEN 5.0 END,
                   CASE WHEN v.n %% 3 < 2 THEN now() - interval '7 days' END
            FROM users u
            CROSS JOIN (SELECT id, row_number() OVER (ORDER BY word, id) AS n FROM vocabulary WHERE owner_id IS NULL
                        ORDER BY word, id LIMIT %s) v
            WHERE u.username LIKE 'bench%%'""", [cards])
        if reviews:
            db.execute("""
                INSERT INTO review_log (user_id, card_id, rating, reviewed_at, day, state_before, stability_before,
                                        difficulty_before, last_review_before, stability_after, difficulty_after,
                                        interval_days)
                SELECT c.user_id, c.id, 3, at, at::date, 2, 3.0, 5.0, at - interval '3 days', 6.0, 5.0, 6
                FROM (SELECT user_id, id FROM user_vocabulary) c
                CROSS JOIN LATERAL (SELECT now() - n * interval '7 hours' - interval '8 days' AS at
                                    FROM generate_series(1, %s) n) t
                LIMIT %s""", [-(-reviews // (learners * cards)), reviews])
        db.execute("""
            INSERT INTO courses (id, slug, title, language, level, total_lessons, is_published)
            VALUES (gen_random_uuid(), 'bench', 'Bench', 'en', 'A1', 40, true)""")
        db.execute("""
            INSERT INTO units (id, course_id, slug, title, order_index)
            SELECT gen_random_uuid(), id, 'bench', 'Bench', 0 FROM courses WHERE slug = 'bench'""")
        db.execute("""
            INSERT INTO lessons (id, course_id, unit_id, slug, title, order_index)
            SELECT gen_random_uuid(), u.course_id, u.id, 'bench-' || n, 'Bench ' || n, n
            FROM units u, generate_series(0, 39) n WHERE u.slug = 'bench'""")
        db.execute("""
            INSERT INTO enrolments (user_id, course_id)
            SELECT u.id, c.id FROM users u, courses c WHERE u.username LIKE 'bench%' AND c.is_published""")
        ids = [str(row[0]) for row in db.execute("SELECT id FROM users WHERE username LIKE 'bench%'")]
        owned = [(str(a), str(b)) for a, b in db.execute(
            "SELECT user_id, id FROM user_vocabulary ORDER BY random() LIMIT 20000")]
        lessons = [str(row[0]) for row in db.execute("""
            SELECT l.id FROM lessons l JOIN courses c ON c.id = l.course_id WHERE c.slug = 'bench'
            ORDER BY l.order_index""")]
        db.execute("VACUUM ANALYZE")
    random.Random(1).shuffle(ids)
    return Seeded(ids, owned, lessons)
