#pragma once
// What was heard as subtitles. Pure.
#include <string>
#include <vector>

#include "ml/whisper/stt.hpp"

namespace lexi::core {

/// SubRip: numbered cues, "00:00:01,500 --> 00:00:03,000".
std::string to_srt(const std::vector<ml::SttSegment>& segments);

/// WebVTT (W3C): a header, "00:00:01.500 --> 00:00:03.000"; &, < and > are escaped.
std::string to_vtt(const std::vector<ml::SttSegment>& segments);

}  // namespace lexi::core
