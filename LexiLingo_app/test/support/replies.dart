/// Data of replies, as the Backend writes it.
const Map<String, Object?> user = {
  'id': 'user-1',
  'email': 'an@example.com',
  'username': 'an',
  'display_name': 'An',
  'avatar_url': null,
  'native_language': 'vi',
  'target_language': 'en',
  'level': 'A1',
  'role': 'learner',
  'time_zone': 'Asia/Ho_Chi_Minh',
  'daily_goal': 20,
  'xp': 0,
  'streak': 0,
  'settings': {
    'desired_retention': 0.9,
    'new_per_day': 20,
    'reviews_per_day': 200,
    'scheduler': 'fsrs',
    'leaderboard': true,
    'easy_days': {'monday': 1, 'tuesday': 1, 'wednesday': 1, 'thursday': 1, 'friday': 1, 'saturday': 1, 'sunday': 1},
  },
  'is_active': true,
  'created_at': '2026-11-24T10:00:00Z',
  'updated_at': '2026-11-24T10:00:00Z',
};

const Map<String, Object?> _score = {'answered': 1, 'correct': 1, 'total': 8, 'percentage': 12, 'hints': 0};

const Map<String, Object?> attempt = {
  'id': 'attempt-1',
  'lesson_id': 'lesson-1',
  'status': 'open',
  'is_resumed': false,
  'edition': 1,
  'total_exercises': 8,
  'started_at': '2026-11-24T10:00:00Z',
  'score': _score,
  'answered': <Object?>[],
  'hinted': <String>[],
  'exercises': <Object?>[],
};

const Map<String, Object?> graded = {
  'is_correct': true,
  'has_typo': false,
  'missing_diacritics': false,
  'is_client_reported': false,
  'points': 100,
  'correct_answer': 'went',
  'explanation': null,
  'diff': <Object?>[],
  'score': _score,
};
