#pragma once
// Lets a text through sentence by sentence, or word by word, each only once it has been judged.
// Pure.
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace lexi::chat {

/// Pieces in, whole sentences (or words) out. The first that `may_show` refuses closes the gate: it
/// and all that follows are held.
class SentenceGate {
public:
    /// Is given all that would then have been shown, the new sentence at its end.
    using Judge = std::function<bool(std::string_view shown_so_far)>;
    enum class Unit : std::uint8_t { sentence, word };
    explicit SentenceGate(Judge may_show, Unit unit = Unit::sentence)
        : may_show_(std::move(may_show)), unit_(unit) {}

    /// What may be shown now; often nothing.
    std::string push(std::string_view piece);
    /// The text is over: its rest is judged as a sentence.
    std::string finish();

    bool closed() const { return closed_; }
    const std::string& shown() const { return shown_; }
    /// Not shown: after finish(), what the gate was closed on.
    const std::string& held() const { return held_; }

private:
    std::size_t next_end();
    std::string judge(std::size_t end);

    Judge may_show_;
    Unit unit_;
    std::string shown_;
    std::string held_;
    std::size_t looked_ = 0;  // into held_
    bool closed_ = false;
};

}  // namespace lexi::chat
