#include "pronunciation/feedback.hpp"

#include <array>
#include <format>
#include <string_view>

#include "ml/phones/aligner.hpp"

namespace lexi::pronunciation {
namespace {

struct Pair {
    std::string_view expected, heard, english, vietnamese;
};
struct Mouth {
    std::string_view phone, english, vietnamese;
};

// Two sounds that are taken for each other: the difference is said, not the sound alone.
constexpr std::array kPairs{
    Pair{
        "TH", "T",
        "Put the tip of your tongue lightly between your teeth and let the air flow; /t/ stops it.",
        "Hãy đặt nhẹ đầu lưỡi giữa hai hàm răng rồi thổi hơi ra liên tục; âm /t/ chặn hơi lại nên "
        "nghe khác hẳn."},
    Pair{"TH", "S",
         "Let the tip of your tongue show between your teeth; for /s/ it stays behind them.",
         "Hãy đưa đầu lưỡi ra giữa hai hàm răng; với âm /s/ thì lưỡi nằm phía sau răng."},
    Pair{"TH", "F", "Use your tongue between the teeth, not your lower lip.",
         "Hãy dùng đầu lưỡi đặt giữa hai hàm răng, đừng để răng trên chạm môi dưới."},
    Pair{"DH", "D",
         "Put the tip of your tongue between your teeth and let your voice buzz through; do not "
         "stop the air.",
         "Hãy đặt đầu lưỡi giữa hai hàm răng, vừa thổi hơi vừa rung cổ họng; đừng chặn hơi như âm "
         "“đ”."},
    Pair{"DH", "Z", "Let your tongue touch the upper teeth; for /z/ it stays behind them.",
         "Hãy để đầu lưỡi chạm vào răng trên; với âm /z/ thì lưỡi nằm phía sau răng."},
    Pair{"S", "SH", "Smile a little and keep the tongue forward: /s/ is thin and sharp.",
         "Hãy kéo nhẹ hai khóe môi như đang cười và đưa lưỡi ra trước: âm /s/ nghe mảnh và sắc."},
    Pair{"SH", "S",
         "Round your lips and pull the tongue back a little, as when you ask for silence: “shhh”.",
         "Hãy chu môi và kéo lưỡi lùi lại một chút, như khi ra hiệu im lặng: “suỵt”."},
    Pair{"CH", "SH", "Begin with a full stop of the air, as for /t/, then release it into “sh”.",
         "Hãy chặn hơi hoàn toàn trước, như âm /t/, rồi bật mạnh sang “sh”."},
    Pair{"CH", "T", "After the stop, let the air hiss out with rounded lips.",
         "Sau khi chặn hơi, hãy chu môi và cho hơi xì ra, đừng dừng ở âm /t/."},
    Pair{"CH", "JH", "Switch your voice off: /tʃ/ is a strong puff of air.",
         "Đừng rung cổ họng: /tʃ/ chỉ là một luồng hơi bật mạnh."},
    Pair{"JH", "CH", "Switch your voice on: your throat should vibrate.",
         "Hãy rung cổ họng khi phát âm; đặt tay lên cổ, bạn sẽ thấy rung."},
    Pair{"JH", "Z", "Stop the air first, as for /d/, then release it with rounded lips.",
         "Hãy chặn hơi trước, như âm /d/, rồi chu môi và bật hơi ra."},
    Pair{"ZH", "Z", "Round your lips and pull the tongue back a little while your voice is on.",
         "Hãy chu môi, kéo lưỡi lùi lại một chút và vẫn rung cổ họng."},
    Pair{"L", "N",
         "Let the air pass by the sides of the tongue, not through the nose. Hold your nose: /l/ "
         "does not change.",
         "Hãy cho hơi thoát ra hai bên lưỡi, không qua mũi. Thử bịt mũi lại: âm /l/ đúng sẽ không "
         "bị tắt."},
    Pair{"N", "L",
         "Press the tongue behind the upper teeth and let the sound out through the nose.",
         "Hãy ép đầu lưỡi sau răng trên và cho âm thoát ra qua mũi."},
    Pair{"L", "R", "Touch the ridge behind your upper teeth with the tip of your tongue.",
         "Hãy để đầu lưỡi chạm vào phần lợi phía sau răng trên."},
    Pair{"R", "L",
         "The tip of the tongue must not touch the ridge: curl it back and round your lips a "
         "little.",
         "Đừng để đầu lưỡi chạm lợi như âm “l”: hãy cong lưỡi về phía sau và hơi chu môi."},
    Pair{"R", "Z",
         "Do not let the tongue come near the teeth: curl it back, lips a little rounded.",
         "Đừng đưa lưỡi lại gần răng: hãy cong lưỡi về phía sau và hơi chu môi."},
    Pair{"V", "W",
         "Do not round your lips: touch the lower one with your upper teeth and let it buzz.",
         "Đừng chu môi: hãy để răng trên chạm nhẹ môi dưới và rung cổ họng."},
    Pair{"V", "B",
         "Do not close your lips: the upper teeth touch the lower lip and the air goes on.",
         "Đừng khép hai môi: để răng trên chạm môi dưới và cho hơi thoát ra liên tục."},
    Pair{"V", "Y", "The upper teeth touch the lower lip; the tongue does nothing.",
         "Hãy để răng trên chạm môi dưới; đừng phát âm “v” thành “d” hay “gi”."},
    Pair{"W", "V", "Round your lips tightly, as for “oo”; the teeth touch nothing.",
         "Hãy chu tròn môi như khi nói “u”; răng không chạm vào môi."},
    Pair{"AE", "EH", "Open your mouth wider and let the jaw drop: /æ/ is longer and more open.",
         "Hãy mở miệng rộng hơn và hạ hàm xuống: /æ/ dài hơn và mở hơn âm “e”."},
    Pair{"AE", "AH", "Spread your lips and push the tongue forward while the jaw drops.",
         "Hãy kéo môi sang hai bên và đưa lưỡi ra trước khi hạ hàm xuống."},
    Pair{"EH", "AE", "Open your mouth less: /ɛ/ is short, like “e” in Vietnamese “em”.",
         "Hãy mở miệng hẹp hơn: /ɛ/ ngắn, gần giống “e” trong từ “em”."},
    Pair{"IH", "IY", "Relax your mouth and make it short: /ɪ/ lies between “i” and “ê”.",
         "Hãy thả lỏng miệng và phát âm thật ngắn: /ɪ/ nằm giữa “i” và “ê”."},
    Pair{"IY", "IH", "Smile and hold it longer: /iː/ is long and tense.",
         "Hãy kéo khóe môi như đang cười và giữ âm lâu hơn: /iː/ là âm dài và căng."},
    Pair{"UH", "UW", "Relax your lips and make it short: /ʊ/ is close to “u” said lazily.",
         "Hãy thả lỏng môi và phát âm thật ngắn: /ʊ/ gần giống “ư” pha với “u”."},
    Pair{"UW", "UH", "Round your lips more and hold it longer.",
         "Hãy chu tròn môi hơn và giữ âm lâu hơn."},
    Pair{"Z", "S", "Keep your voice on: your throat vibrates to the end of /z/.",
         "Hãy rung cổ họng đến hết âm /z/; đặt tay lên cổ, bạn sẽ thấy rung."},
    Pair{"S", "Z", "Switch your voice off: /s/ is air alone.",
         "Đừng rung cổ họng: /s/ chỉ là tiếng hơi xì ra."},
    Pair{"P", "B", "Give a puff of air: hold a hand before your mouth and feel it.",
         "Hãy bật hơi mạnh: đặt tay trước miệng, bạn sẽ cảm thấy luồng hơi."},
    Pair{"P", "F", "Close both lips completely, then let them burst open.",
         "Hãy khép chặt hai môi rồi bật ra; đừng để răng chạm môi như âm “ph”."},
    Pair{"B", "P", "Switch your voice on before the lips open.",
         "Hãy rung cổ họng trước khi mở môi, như âm “b” trong tiếng Việt."},
    Pair{"T", "TH", "Stop the air with the tongue behind the teeth, then let it burst.",
         "Hãy chặn hơi bằng đầu lưỡi sau răng trên rồi bật ra."},
    Pair{"T", "D", "Give a puff of air and keep your voice off.",
         "Hãy bật hơi mạnh và không rung cổ họng."},
    Pair{"D", "T", "Keep your voice on while you release the tongue.",
         "Hãy rung cổ họng khi bật lưỡi ra."},
    Pair{"D", "DH", "Stop the air fully behind the upper teeth before you release it.",
         "Hãy chặn hơi hoàn toàn sau răng trên rồi mới bật ra."},
    Pair{"K", "G", "Give a puff of air and keep your voice off.",
         "Hãy bật hơi mạnh từ cuống lưỡi và không rung cổ họng."},
    Pair{"G", "K", "Keep your voice on while the back of the tongue opens.",
         "Hãy rung cổ họng khi bật cuống lưỡi ra."},
    Pair{"NG", "N", "Lift the back of the tongue, not its tip.",
         "Hãy nâng cuống lưỡi lên như âm “ng”, đừng chạm đầu lưỡi vào răng."},
    Pair{"N", "NG", "Touch the ridge behind the teeth with the tip of the tongue.",
         "Hãy để đầu lưỡi chạm lợi sau răng trên, đừng nâng cuống lưỡi như âm “ng”."}};

// English words end in sounds that Vietnamese syllables never release.
constexpr std::array kLast{
    Mouth{"S", "Do not drop the /s/ at the end: let the air hiss after the vowel.",
          "Đừng bỏ âm /s/ ở cuối từ: hãy xì hơi ra rõ sau nguyên âm."},
    Mouth{"Z", "Do not drop the /z/ at the end: hiss with your voice on.",
          "Đừng bỏ âm /z/ ở cuối từ: hãy xì hơi và rung cổ họng."},
    Mouth{"T", "Finish the word: release the tongue so that a small /t/ is heard.",
          "Hãy đọc hết từ: bật nhẹ đầu lưỡi để nghe được âm /t/ ở cuối."},
    Mouth{"D",
          "Finish the word: release the tongue with your voice on, and make the vowel before it "
          "longer.",
          "Hãy đọc hết từ: bật lưỡi và rung cổ họng, đồng thời kéo dài nguyên âm phía trước."},
    Mouth{"K", "Finish the word: open the back of the tongue so that a small puff is heard.",
          "Hãy đọc hết từ: bật nhẹ cuống lưỡi để nghe được âm /k/ ở cuối."},
    Mouth{"P", "Finish the word: open your lips so that a small puff is heard.",
          "Hãy đọc hết từ: mở môi bật hơi nhẹ để nghe được âm /p/ ở cuối."},
    Mouth{"B", "Finish the word: close your lips with your voice on, then open them.",
          "Hãy đọc hết từ: khép môi, rung cổ họng rồi mở môi ra."},
    Mouth{"G", "Finish the word: release the back of the tongue with your voice on.",
          "Hãy đọc hết từ: bật cuống lưỡi và rung cổ họng."},
    Mouth{"L", "Finish with the tip of the tongue behind the upper teeth; it is not “o” or “u”.",
          "Hãy kết thúc bằng đầu lưỡi chạm sau răng trên; đừng đọc thành “o” hay “u”."},
    Mouth{"V", "Finish with the upper teeth on the lower lip and your voice on.",
          "Hãy kết thúc bằng răng trên chạm môi dưới và rung cổ họng."},
    Mouth{"F", "Finish with the upper teeth on the lower lip and let the air out.",
          "Hãy kết thúc bằng răng trên chạm môi dưới và thổi hơi ra; đừng đọc thành “p”."},
    Mouth{"CH", "Finish the word: stop the air, then let it hiss with rounded lips.",
          "Hãy đọc hết từ: chặn hơi rồi chu môi bật ra, đừng dừng ở âm “t”."},
    Mouth{"JH", "Finish the word: stop the air, then release it with your voice on.",
          "Hãy đọc hết từ: chặn hơi rồi bật ra và rung cổ họng."},
    Mouth{"SH", "Finish the word with rounded lips and a soft “shhh”.",
          "Hãy đọc hết từ: chu môi và xì hơi nhẹ như “suỵt”."},
    Mouth{"TH", "Finish with the tongue between your teeth and let the air flow.",
          "Hãy kết thúc bằng đầu lưỡi giữa hai hàm răng và thổi hơi ra."}};

constexpr std::array kMouths{
    Mouth{"TH", "Put the tip of your tongue between your teeth and blow.",
          "Hãy đặt đầu lưỡi giữa hai hàm răng rồi thổi hơi ra."},
    Mouth{"DH", "Put the tip of your tongue between your teeth and let your voice buzz.",
          "Hãy đặt đầu lưỡi giữa hai hàm răng, thổi hơi và rung cổ họng."},
    Mouth{"S", "Keep the tongue close behind the teeth and let thin air hiss out.",
          "Hãy để lưỡi gần phía sau răng và xì hơi mảnh ra."},
    Mouth{"Z", "Make an /s/ and switch your voice on.", "Hãy phát âm như /s/ nhưng rung cổ họng."},
    Mouth{"SH", "Round your lips and let the air out softly: “shhh”.",
          "Hãy chu môi và cho hơi thoát ra nhẹ: “suỵt”."},
    Mouth{"ZH", "Make a “sh” and switch your voice on.",
          "Hãy phát âm như “sh” nhưng rung cổ họng."},
    Mouth{"CH", "Stop the air with the tongue, then release it with rounded lips.",
          "Hãy chặn hơi bằng lưỡi rồi chu môi và bật ra."},
    Mouth{"JH", "Stop the air with the tongue, then release it with your voice on.",
          "Hãy chặn hơi bằng lưỡi rồi bật ra và rung cổ họng."},
    Mouth{"L", "Touch the ridge behind the upper teeth; the air passes by the sides of the tongue.",
          "Hãy để đầu lưỡi chạm lợi sau răng trên và cho hơi thoát ra hai bên lưỡi."},
    Mouth{"N", "Touch the ridge behind the upper teeth; the sound goes through the nose.",
          "Hãy để đầu lưỡi chạm lợi sau răng trên và cho âm thoát qua mũi."},
    Mouth{"R", "Curl the tongue back without touching anything, lips a little rounded.",
          "Hãy cong lưỡi về phía sau, không chạm vào đâu cả, và hơi chu môi."},
    Mouth{"V", "Touch the lower lip with the upper teeth and switch your voice on.",
          "Hãy để răng trên chạm nhẹ môi dưới và rung cổ họng."},
    Mouth{"W", "Round your lips tightly, then open them.", "Hãy chu tròn môi rồi mở ra."},
    Mouth{"F", "Touch the lower lip with the upper teeth and blow.",
          "Hãy để răng trên chạm nhẹ môi dưới rồi thổi hơi ra."},
    Mouth{"T", "Touch the ridge behind the teeth and release it with a puff of air.",
          "Hãy để đầu lưỡi chạm lợi sau răng trên rồi bật hơi ra."},
    Mouth{"D", "Touch the ridge behind the teeth and release it with your voice on.",
          "Hãy để đầu lưỡi chạm lợi sau răng trên rồi bật ra và rung cổ họng."},
    Mouth{"K", "Lift the back of the tongue and release it with a puff of air.",
          "Hãy nâng cuống lưỡi lên rồi bật hơi ra."},
    Mouth{"G", "Lift the back of the tongue and release it with your voice on.",
          "Hãy nâng cuống lưỡi lên rồi bật ra và rung cổ họng."},
    Mouth{"P", "Close your lips and let them burst open with a puff of air.",
          "Hãy khép chặt hai môi rồi bật hơi ra."},
    Mouth{"B", "Close your lips and open them with your voice on.",
          "Hãy khép hai môi rồi mở ra và rung cổ họng."},
    Mouth{"NG", "Lift the back of the tongue and let the sound out through the nose.",
          "Hãy nâng cuống lưỡi lên và cho âm thoát qua mũi, như “ng” trong “ngang”."},
    Mouth{"AE", "Open your mouth wide and spread your lips.",
          "Hãy mở miệng rộng, hạ hàm xuống và kéo môi sang hai bên."},
    Mouth{"EH", "Open your mouth half and keep it short.",
          "Hãy mở miệng vừa phải và phát âm ngắn, gần giống “e” trong từ “em”."},
    Mouth{"IH", "Relax your mouth; keep it short, between “i” and “ê”.",
          "Hãy thả lỏng miệng và phát âm thật ngắn, giữa “i” và “ê”."},
    Mouth{"IY", "Smile and hold it long.", "Hãy kéo khóe môi như đang cười và giữ âm dài."},
    Mouth{"ER", "Curl the tongue back while you hold the vowel.",
          "Hãy giữ nguyên âm như “ơ” và cong lưỡi về phía sau."},
    Mouth{"AH", "Relax your mouth; keep it short.",
          "Hãy thả lỏng miệng và phát âm thật ngắn, gần giống “ơ” hoặc “ă”."},
    Mouth{"OW", "Begin with “ô” and close your lips to “u”.",
          "Hãy bắt đầu bằng “ô” rồi chu môi dần sang “u”."},
    Mouth{"EY", "Begin with “ê” and glide to “i”.", "Hãy bắt đầu bằng “ê” rồi lướt sang “i”."}};

template <std::size_t N>
const Mouth* find(const std::array<Mouth, N>& table, const std::string& phone) {
    for (const auto& entry : table) {
        if (entry.phone == phone) return &entry;
    }
    return nullptr;
}

const Pair* find_pair(const Sound& sound) {
    for (const auto& pair : kPairs) {
        if (pair.expected == sound.expected && pair.heard == sound.heard) return &pair;
    }
    return nullptr;
}

Advice what_to_do(const Sound& sound) {
    if (const auto* pair = find_pair(sound)) {
        return {std::string(pair->english), std::string(pair->vietnamese)};
    }
    if (sound.last) {
        if (const auto* last = find(kLast, sound.expected)) {
            return {std::string(last->english), std::string(last->vietnamese)};
        }
    }
    if (sound.heard.empty() && sound.in_cluster) {
        return {
            "Two consonants stand together here: say each of them, without a vowel between.",
            "Ở đây có hai phụ âm liền nhau: hãy đọc đủ cả hai và đừng chèn nguyên âm vào giữa."};
    }
    if (const auto* mouth = find(kMouths, sound.expected)) {
        return {std::string(mouth->english), std::string(mouth->vietnamese)};
    }
    return {"Listen to the model once more and say this sound slowly.",
            "Hãy nghe lại mẫu và đọc chậm âm này một lần nữa."};
}

}  // namespace

Advice advice_for_added(const std::string& phone, bool last) {
    const auto ipa = ml::arpabet_to_ipa(phone);
    Advice advice{std::format("An extra /{}/ was heard. ", ipa),
                  std::format("Nghe thừa âm /{}/. ", ipa)};
    if (is_vowel(phone) && last) {
        advice.english += "Stop at the last consonant: let it go without a vowel after it.";
        advice.vietnamese +=
            "Hãy dừng ở phụ âm cuối: bật âm ra mà không thêm nguyên âm nào phía sau.";
    } else if (is_vowel(phone)) {
        advice.english += "Say the two consonants together, without a vowel between them.";
        advice.vietnamese += "Hãy đọc liền hai phụ âm, đừng chèn nguyên âm vào giữa.";
    } else {
        advice.english += "Listen to the model once more: the word does not have this sound.";
        advice.vietnamese += "Hãy nghe lại mẫu: từ này không có âm đó.";
    }
    return advice;
}

Advice advice_for(const Sound& sound) {
    const auto wanted = ml::arpabet_to_ipa(sound.expected);
    auto advice = what_to_do(sound);
    std::string heard, heard_vi;
    if (sound.heard.empty()) {
        heard = std::format("The sound /{}/ was not heard.", wanted);
        heard_vi = std::format("Không nghe thấy âm /{}/.", wanted);
    } else if (sound.heard == sound.expected) {
        heard = std::format("The sound /{}/ is not clear yet.", wanted);
        heard_vi = std::format("Âm /{}/ nghe chưa rõ.", wanted);
    } else {
        const auto other = ml::arpabet_to_ipa(sound.heard);
        heard = std::format("/{}/ sounded like /{}/.", wanted, other);
        heard_vi = std::format("Âm /{}/ nghe giống /{}/.", wanted, other);
    }
    return {heard + " " + advice.english, heard_vi + " " + advice.vietnamese};
}

}  // namespace lexi::pronunciation
