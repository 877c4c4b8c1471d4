#pragma once
// What answers, hints and lessons are worth. Pure.
#include <algorithm>
#include <cstdint>

namespace lexi::lessons {

inline constexpr std::int64_t kPassMark = 60;      // per cent of a lesson's points
inline constexpr std::int64_t kSpeakingPass = 60;  // of the AI service's overall score
inline constexpr std::int64_t kFullPoints = 100;   // of an exercise
inline constexpr std::int64_t kHintedPoints = 50;
inline constexpr int kLessonXp = 20;
inline constexpr int kPerfectXp = 10;
inline constexpr int kCourseXp = 50;

constexpr std::int64_t points_for(bool correct, bool hinted) {
    if (!correct) return 0;
    return hinted ? kHintedPoints : kFullPoints;
}

/// Points as per cent of all exercises, rounded.
constexpr std::int64_t percentage(std::int64_t points, std::int64_t exercises) {
    if (exercises <= 0) return 0;
    return std::min<std::int64_t>((2 * points + exercises) / (2 * exercises), 100);
}

/// Three stars want nearly everything right and no hint.
constexpr std::int64_t stars_for(std::int64_t score, std::int64_t hints) {
    if (score < kPassMark) return 0;
    if (score < 80) return 1;
    return score >= 95 && hints == 0 ? 3 : 2;
}

}  // namespace lexi::lessons
