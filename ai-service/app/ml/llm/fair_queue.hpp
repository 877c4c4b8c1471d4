#pragma once
// A bounded queue that serves owners in turn: one who asks for much waits behind himself only.
#include <algorithm>
#include <cstddef>
#include <deque>
#include <list>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace lexi::ml {

/// Not thread-safe.
template <class Item>
class FairQueue {
public:
    explicit FairQueue(std::size_t limit) : limit_(limit) {}

    /// False when `limit` items wait.
    bool push(const std::string& owner, Item item) {
        if (size_ >= limit_) return false;
        auto line = std::ranges::find(lines_, owner, &Line::owner);
        if (line == lines_.end()) line = lines_.insert(line, Line{.owner = owner, .items = {}});
        line->items.push_back(std::move(item));
        ++size_;
        return true;
    }

    /// The first item of the owner whose turn it is; that owner goes to the end.
    std::optional<Item> pop() {
        if (lines_.empty()) return std::nullopt;
        auto line = lines_.begin();
        Item item = std::move(line->items.front());
        line->items.pop_front();
        --size_;
        if (line->items.empty()) {
            lines_.erase(line);
        } else {
            lines_.splice(lines_.end(), lines_, line);
        }
        return item;
    }

    /// Takes out every item for which `gone` is true.
    template <class Gone>
    std::vector<Item> take_if(Gone gone) {
        std::vector<Item> taken;
        for (auto& line : lines_) {
            std::erase_if(line.items, [&](Item& item) {
                if (!gone(std::as_const(item))) return false;
                taken.push_back(std::move(item));
                return true;
            });
        }
        lines_.remove_if([](const Line& line) { return line.items.empty(); });
        size_ -= taken.size();
        return taken;
    }

    std::size_t size() const { return size_; }

private:
    struct Line {
        std::string owner;
        std::deque<Item> items;
    };
    const std::size_t limit_;
    std::list<Line> lines_;  // in the order of turns
    std::size_t size_ = 0;
};

}  // namespace lexi::ml
