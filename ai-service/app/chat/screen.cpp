#include "chat/screen.hpp"

#include <algorithm>
#include <array>

#include "kit/unicode.hpp"
#include "roleplay/patterns.hpp"

namespace lexi::chat {
namespace {

// Words without marks, as roleplay::turn_words gives them; an alternative is one word. What a
// learner may as well say to a tutor (be the waiter, answer in Vietnamese, use capitals) is none of
// them.
constexpr std::array kOrders = {
    // to drop what it was told
    "ignore|disregard|override|bypass all|your|any|previous|earlier|prior|every ... "
    "instruction*|rules|prompt*|role|guideline*|restrictions|training",
    "forget|drop all|your|previous|earlier|prior instruction*|role|rules|prompt|training",
    "forget ... you are a? tutor|teacher", "end of rules", "stop being a? tutor|teacher",
    "drop the lesson|tutor", "no restrictions|limits|filter|filters",
    "without restrictions|limits|filters", "do anything now", "you are dan",
    "developer|debug|admin|god|audit|unrestricted mode", "rules end|stop here",
    "bo qua ... huong|chi dan", "bo qua ... quy tac", "bo qua ... menh lenh", "bo vai|nghe gia su",
    "quen ... vai tro", "quen ... gia su", "che do khong gioi han", "khong con gioi han",
    // to be no tutor any more
    "you are no longer", "you are not ... tutor|teacher ... any more|longer",
    "tutor|assistant is|was|has ... replaced|gone", "now on you|your ... never|must|always|only",
    "your new name|character|persona", "vai|ten moi cua ban", "thoi lam gia su",
    "khong con la gia su", "khong phai la gia su",
    // to show its instructions
    "system|hidden|initial|secret|setup prompt*|message|instruction*|configuration|text|guide*",
    "your own? prompt|instructions|configuration|programming|guidelines",
    "instructions that? you were|received|got|have", "everything|text|lines|all above this",
    "before my first message", "before this conversation", "word for word ... instructions|prompt",
    "prompt|instructions ... word for word|verbatim", "huong|chi dan he thong", "loi nhac he thong",
    "lenh he thong", "huong|chi dan ... bi mat", "huong|chi dan cua minh|ban",
    "nguyen van ... huong|chi dan", "huong|chi dan ... nguyen van", "prompt ... cua ban|minh",
    // to show what is others'
    "give|show|tell|list|copy|load|read|leak ... other|another|all|real|last|previous "
    "learner*|user*",
    "learner before me", "other|another|last learner* is|email*|chat*|message*|name*|data",
    "select _ from", "show|read me? his|her|their chat|messages",
    "email|chat|ten|tin ... hoc vien|nguoi khac|truoc", "nguoi hoc|dung khac|truoc",
    // to obey a pretended tool or system
    "tool|function result|results|call|calls|output|response|reports|returned",
    "system notice|override|update|alert", "im start|end", "inst sys", "role system|assistant",
    "run|execute this|the python|code|command|script|sql", "use your browser|tools|calculator",
    "decode this|the|it", "base64", "rot13", "goi ham", "ket qua cong cu"};

// Letters that are not seen, and letters of other alphabets' width, hide nothing.
std::string seen(std::string_view text) {
    return utf8::mapped(text,
                        UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT | UTF8PROC_IGNORE);
}

}  // namespace

bool gives_orders(std::string_view text) {
    const auto words = roleplay::turn_words(seen(text));
    return std::ranges::any_of(
        kOrders, [&words](std::string_view order) { return roleplay::matches(order, words); });
}

}  // namespace lexi::chat
