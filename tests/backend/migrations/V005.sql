INSERT INTO streak_days (user_id, day)
VALUES ('11111111-1111-4111-8111-111111111111', current_date - 2), ('11111111-1111-4111-8111-111111111111', current_date - 1);
INSERT INTO streaks (user_id, current_streak, longest_streak, last_activity_date, total_days_active)
VALUES ('11111111-1111-4111-8111-111111111111', 2, 2, current_date - 1, 2);
