#include <algorithm>
#include <cctype>
#include <map>
#include <set>
#include <utility>

#include "ml/piper/text/reading.hpp"
#include "ml/piper/text/written.hpp"

namespace lexi::ml::spoken {
namespace {

constexpr auto kTongue = Tongue::vietnamese;
using Kind = Written::Kind;
using Words = std::map<std::string, std::string, std::less<>>;

const Words kShort{{"tp", "thành phố"},
                   {"tp.hcm", "thành phố Hồ Chí Minh"},
                   {"tphcm", "thành phố Hồ Chí Minh"},
                   {"hcm", "Hồ Chí Minh"},
                   {"ths", "thạc sĩ"},
                   {"ts", "tiến sĩ"},
                   {"gs", "giáo sư"},
                   {"pgs", "phó giáo sư"},
                   {"bs", "bác sĩ"},
                   {"ks", "kỹ sư"},
                   {"v.v", "vân vân"},
                   {"vd", "ví dụ"},
                   {"sđt", "số điện thoại"},
                   {"vn", "Việt Nam"},
                   {"vnđ", "đồng"},
                   {"vnd", "đồng"},
                   {"đ", "đồng"},
                   {"usd", "đô la Mỹ"}};
// Said so only with a full stop behind: "Q. 1".
const Words kPointed{
    {"q", "quận"}, {"p", "phường"}, {"h", "huyện"}, {"đ", "đường"}, {"tx", "thị xã"}};
const Words kSigns{{"&", "và"},     {"+", "cộng"}, {"=", "bằng"},    {"%", "phần trăm"},
                   {"@", "a còng"}, {"×", "nhân"}, {">", "lớn hơn"}, {"<", "nhỏ hơn"}};
const Words kUnits{
    {"km", "ki lô mét"},  {"m", "mét"},        {"cm", "xen ti mét"}, {"mm", "mi li mét"},
    {"kg", "ki lô gam"},  {"g", "gam"},        {"mg", "mi li gam"},  {"l", "lít"},
    {"L", "lít"},         {"ml", "mi li lít"}, {"mL", "mi li lít"},  {"km/h", "ki lô mét trên giờ"},
    {"m2", "mét vuông"},  {"m²", "mét vuông"}, {"ha", "héc ta"},     {"h", "giờ"},
    {"GB", "ghi ga bai"}, {"MB", "mê ga bai"}, {"W", "oát"},         {"kW", "ki lô oát"},
    {"Hz", "héc"},        {"min", "phút"},     {"hr", "giờ"},        {"mph", "dặm trên giờ"}};
const Words kCoins{{"đ", "đồng"}, {"$", "đô la"}, {"€", "ơ rô"}, {"£", "bảng Anh"}};

std::string said(const Amount& amount) {
    auto text = (amount.negative ? "âm " : "") + cardinal(amount.whole, kTongue);
    if (amount.decimals.empty()) return text;
    const bool counted = amount.decimals.size() <= 2 && amount.decimals[0] != '0';
    return text + " phẩy " +
           (counted ? cardinal(std::stoul(amount.decimals), kTongue)
                    : digits(amount.decimals, kTongue));
}

std::string month(std::uint64_t number) {
    return "tháng " + (number == 4 ? std::string("tư") : cardinal(number, kTongue));
}

bool after_day(const Place& place) {
    static const std::set<std::string> kDay{"ngày", "mùng", "mồng", "hôm"};
    return kDay.contains(place.near(-1));
}

std::string date(const Written& date, const Place& place) {
    auto text =
        (after_day(place) ? "" : "ngày ") + cardinal(date.day, kTongue) + " " + month(date.month);
    if (date.year != 0) text += " năm " + cardinal(date.year, kTongue);
    return text;
}

std::string time(const Written& time) {
    auto text = cardinal(time.first.whole, kTongue) + " giờ";
    if (time.second.whole != 0) text += " " + cardinal(time.second.whole, kTongue);
    if (time.unit == "am") text += " sáng";
    if (time.unit == "pm")
        text += time.first.whole < 6 || time.first.whole == 12 ? " chiều" : " tối";
    return text;
}

std::string number(const Amount& amount, const Place& place) {
    if (amount.decimals.empty() && in_phone(place)) return dialled(place.here().core, kTongue);
    const auto before = place.near(-1);
    if (before == "tháng" && amount.whole == 4) return "tư";
    if (before == "thứ" && amount.whole == 1) return "nhất";
    if (before == "thứ" && amount.whole == 4) return "tư";
    return said(amount);
}

std::string meant(const Written& written, const Place& place) {
    const auto& first = written.first;
    switch (written.kind) {
        case Kind::number:
            return number(first, place);
        case Kind::percent:
            return said(first) + " phần trăm";
        case Kind::degrees:
            return said(first) + " độ" +
                   (written.unit == "C"   ? " xê"
                    : written.unit == "F" ? " ép"
                                          : "");
        case Kind::ordinal:
            return ordinal(first.whole, kTongue);
        case Kind::decade:
            return said(first);
        case Kind::time:
            return time(written);
        case Kind::date:
            return date(written, place);
        case Kind::fraction:
            if (after_day(place)) {
                return cardinal(first.whole, kTongue) + " " + month(written.second.whole);
            }
            return cardinal(first.whole, kTongue) + " phần " +
                   cardinal(written.second.whole, kTongue);
        case Kind::range:
            return said(first) + " đến " + said(written.second) +
                   (written.unit == "%" ? " phần trăm" : "");
        case Kind::money:
            return said(first) + " " + kCoins.at(written.unit);
        case Kind::measure:
            return said(first) + " " + kUnits.at(written.unit);
        case Kind::phone:
            return dialled(place.here().core, kTongue);
    }
    std::unreachable();
}

std::string century(const Place& place) {
    const auto before = place.near(-1);
    if (before != "kỷ" && before != "thứ" && before != "lần" && before != "chương") return "";
    std::uint64_t number = 0, last = 0;
    for (const char c : place.here().core) {
        const std::uint64_t value = c == 'I' ? 1 : c == 'V' ? 5 : c == 'X' ? 10 : 0;
        if (value == 0) return "";
        number += value > last && last != 0 ? value - 2 * last : value;
        last = value;
    }
    return number == 0 ? "" : cardinal(number, kTongue);
}

}  // namespace

Reading vietnamese_reading(const Place& place) {
    const auto& token = place.here();
    const auto word = place.near(0);
    const bool point = token.after.starts_with('.');
    if (const auto found = kPointed.find(word);
        point && found != kPointed.end() && !is_figure(place.near(-1)))
        return {found->second, true};
    // "Q.1", "TP.Huế": the abbreviation and what it names are one token.
    if (const auto dot = word.find('.'); dot != std::string::npos && !kShort.contains(word)) {
        const auto head = word.substr(0, dot);
        const auto tail = token.core.substr(std::min(dot + 1, token.core.size()));
        const auto found = kPointed.contains(head) ? kPointed.find(head) : kShort.find(head);
        if (!tail.empty() && (kPointed.contains(head) || kShort.contains(head)))
            return {found->second + " " + plain_reading(tail, kTongue)};
    }
    if (const auto found = kShort.find(word); found != kShort.end()) return {found->second, point};
    if (const auto sign = kSigns.find(token.core); sign != kSigns.end()) return {sign->second};
    if (const auto unit = kUnits.find(token.core);
        unit != kUnits.end() && is_figure(place.near(-1)))
        return {unit->second};
    if (auto text = century(place); !text.empty()) return {text};
    if (const auto written = read_written(token.core, kTongue)) return {meant(*written, place)};
    return {.said = plain_reading(token.core, kTongue), .known = false};
}

}  // namespace lexi::ml::spoken
