#include "app/core/grading/lattice.hpp"

#include <algorithm>
#include <utility>

#include "app/core/grading/pattern.hpp"
#include "app/core/grading/readings.hpp"

namespace lexi::grading {
namespace {

// Adds to a lattice from its last node on. Nodes are made in order, so that every edge goes
// forward.
class Builder {
public:
    Builder(Language language, Side side) : language_(language), side_(side) {}

    // The readings of a run, from `from` to the node it gives.
    std::size_t run(std::size_t from, const Text& text, bool more_follows) {
        const auto first = out_.written.size();
        out_.written.insert(out_.written.end(), text.written.begin(), text.written.end());
        std::vector<std::vector<std::pair<std::size_t, Edge>>> arriving(text.words.size() + 1);
        std::size_t here = from;
        std::size_t shown = 0;  // written words before this stand in the lattice
        const auto ways = readings(text.words, language_, side_, more_follows);
        auto way = ways.begin();
        for (std::size_t i = 0; i <= text.words.size(); ++i) {
            if (i > 0) {
                here = node();
                for (auto& [start, edge] : arriving[i]) {
                    edge.to = here;
                    link(start, std::move(edge));
                }
            }
            // Punctuation that stands alone is shown, and says nothing.
            const auto next = i < text.words.size() ? text.words[i].written : text.written.size();
            for (; shown < next; ++shown) {
                if (i > 0 && text.words[i - 1].written == shown) continue;
                const auto after = node();
                link(here, {.to = after, .token = "", .word = first + shown});
                here = after;
            }
            for (; way != ways.end() && way->from == i; ++way) {
                lay(here, *way, first + text.words[i].written, arriving[way->to]);
            }
        }
        return here;
    }

    std::size_t parts(std::size_t from, const std::vector<Part>& list) {
        for (std::size_t i = 0; i < list.size(); ++i) {
            from = list[i].branches.empty() ? run(from, cut(list[i].text), i + 1 < list.size())
                                            : choice(from, list[i]);
        }
        return from;
    }

    std::size_t choice(std::size_t from, const Part& part) {
        std::vector<std::size_t> ends;
        for (const auto& branch : part.branches) ends.push_back(parts(from, branch));
        if (part.optional) ends.push_back(from);
        const auto join = node();
        for (const auto end : ends) link(end, {.to = join, .token = "", .word = kNoWord});
        return join;
    }

    bool too_large() const { return out_.edges > kMostEdges; }
    Lattice take() && { return std::move(out_); }

private:
    std::size_t node() {
        out_.nodes.emplace_back();
        return out_.last();
    }
    void link(std::size_t from, Edge edge) {
        ++out_.edges;
        out_.nodes[from].push_back(std::move(edge));
    }
    // All tokens of a reading but its last edge, which waits for the node where it ends.
    void lay(std::size_t from, const Reading& way, std::size_t word,
             std::vector<std::pair<std::size_t, Edge>>& arriving) {
        for (std::size_t t = 0; t + 1 < way.tokens.size(); ++t) {
            const auto after = node();
            link(from, {.to = after, .token = way.tokens[t], .word = word});
            from = after;
        }
        arriving.emplace_back(
            from,
            Edge{.to = 0, .token = way.tokens.empty() ? "" : way.tokens.back(), .word = word});
    }

    Language language_;
    Side side_;
    Lattice out_;
};

}  // namespace

Lattice lattice_of_answer(std::string_view text, Language language) {
    Builder builder(language, Side::answer);
    builder.run(0, cut(text), false);
    return std::move(builder).take();
}

std::expected<Lattice, std::string> lattice_of_key(const std::vector<std::string>& accepted,
                                                   Language language, bool literal) {
    Builder builder(language, Side::key);
    Part all;
    for (const auto& text : accepted) {
        if (literal) {
            all.branches.push_back({Part{.text = text, .branches = {}}});
            continue;
        }
        auto parsed = parse_key(text);
        if (!parsed) return std::unexpected(parsed.error());
        all.branches.push_back(std::move(*parsed));
    }
    builder.choice(0, all);
    if (builder.too_large()) return std::unexpected("says too much at once: split the exercise");
    return std::move(builder).take();
}

}  // namespace lexi::grading
