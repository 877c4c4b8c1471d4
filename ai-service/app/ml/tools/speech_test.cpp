// With real models (LEXI_MODELS): what is spoken is heard, and silence is not.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <filesystem>
#include <fstream>
#include <random>
#include <thread>
#include <utility>

#include "ml/audio/audio.hpp"
#include "ml/phones/aligner.hpp"
#include "ml/piper/tts.hpp"
#include "ml/tools/tool.hpp"
#include "ml/whisper/stt.hpp"
#include "ml/whisper/words.hpp"

namespace lexi::ml {
namespace {

std::vector<float> at_16k(const TtsResult& spoken) {
    const auto wav = encode_audio(spoken.pcm, spoken.sample_rate, AudioFormat::wav);
    return decode_audio(*wav, {})->pcm;
}

std::vector<float> noise(double seconds, float level) {
    std::mt19937 random(7);
    std::normal_distribution<float> sample(0, level);
    std::vector<float> pcm(static_cast<std::size_t>(seconds * 16000));
    for (auto& s : pcm) s = sample(random);
    return pcm;
}

std::vector<std::string> bare_words(const std::string& text) {
    std::vector<std::string> words(1);
    for (const char c : text) {
        if (c == ' ') words.emplace_back();
        if (std::isalpha(static_cast<unsigned char>(c)) == 0) continue;
        words.back() += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    }
    std::erase(words, "");
    return words;
}

// Voice and recogniser are both models with a little chance in them: one word may be misheard.
MATCHER_P(SaysAlmost, text, "") {
    const auto said = bare_words(text), heard = bare_words(arg);
    std::vector<std::size_t> row(heard.size() + 1);
    for (std::size_t j = 0; j <= heard.size(); ++j) row[j] = j;
    for (std::size_t i = 1; i <= said.size(); ++i) {
        auto diagonal = std::exchange(row[0], i);
        for (std::size_t j = 1; j <= heard.size(); ++j) {
            const auto change = diagonal + (said[i - 1] == heard[j - 1] ? 0 : 1);
            diagonal = std::exchange(row[j], std::min({change, row[j] + 1, row[j - 1] + 1}));
        }
    }
    *result_listener << "words misheard: " << row.back();
    return row.back() <= 1;
}

class Speech : public testing::Test {
protected:
    static void SetUpTestSuite() {
        tts_ = make_piper({.english_path = tool::model("en_US"), .vietnamese_path = ""});
        stt_ = make_whisper({.model_path = tool::model("ggml-base"),
                             .fallback_path = tool::model("ggml-tiny"),
                             .vad_path = tool::model("silero_vad.onnx"),
                             .workers = 2});
        aligner_ = make_pocketsphinx({.decoders = 1});
        for (const Engine* engine :
             {static_cast<Engine*>(tts_.get()), static_cast<Engine*>(stt_.get()),
              static_cast<Engine*>(aligner_.get())}) {
            ASSERT_TRUE(tool::ready(*engine)) << "the tests with models need LEXI_MODELS";
        }
    }
    static void TearDownTestSuite() {
        tts_.reset();
        stt_.reset();
        aligner_.reset();
    }
    static TtsResult say(const std::string& text, double speed = 1) {
        return *tts_->synthesize({.text = text, .language = "en", .speed = speed});
    }
    static inline std::unique_ptr<TextToSpeech> tts_;
    static inline std::unique_ptr<SpeechToText> stt_;
    static inline std::unique_ptr<PhoneAligner> aligner_;
    static inline const std::string kText = "My brother works in a hospital. He helps sick people.";
};

TEST_F(Speech, WhatIsSpokenIsHeard) {
    const auto heard = stt_->transcribe(at_16k(say(kText)), {.language = "en", .words = true});
    ASSERT_TRUE(heard);
    EXPECT_THAT(heard->text, SaysAlmost(kText));
    EXPECT_EQ(heard->language, "en");
    EXPECT_LT(heard->no_speech, 0.2);
    ASSERT_EQ(heard->words.size(), bare_words(heard->text).size());
    for (std::size_t i = 1; i < heard->words.size(); ++i) {
        EXPECT_GE(heard->words[i].start, heard->words[i - 1].end - 1e-9);
        EXPECT_LE(heard->words[i].end, heard->duration + 1e-9);
    }
}

TEST_F(Speech, EnglishIsDetected) {
    EXPECT_EQ(stt_->transcribe(at_16k(say(kText)), {})->language, "en");
}

TEST_F(Speech, SilenceAndNoiseAreEmptyTextNotAnInvention) {
    for (const auto& pcm : {std::vector<float>(48000, 0.0F), noise(3, 0.0005F), noise(3, 0.02F)}) {
        const auto heard = stt_->transcribe(pcm, {.language = "en", .words = true});
        ASSERT_TRUE(heard);
        EXPECT_EQ(heard->text, "");
        EXPECT_TRUE(heard->words.empty());
        EXPECT_GT(heard->no_speech, 0.5);
    }
    EXPECT_EQ(stt_->transcribe({}, {.language = "en"})->text, "");
}

TEST_F(Speech, TimesCountFromTheBeginningOfTheRecordingNotOfTheSpeech) {
    auto pcm = std::vector<float>(32000, 0.0F);
    const auto speech = at_16k(say(kText));
    pcm.insert(pcm.end(), speech.begin(), speech.end());
    const auto heard = stt_->transcribe(pcm, {.language = "en", .words = true});
    EXPECT_THAT(heard->text, SaysAlmost(kText));
    EXPECT_GT(heard->words.front().start, 1.6);
}

TEST_F(Speech, CallsSideBySideDoNotDisturbEachOther) {
    const auto one = at_16k(say(kText));
    const auto two = at_16k(say("The train to Hanoi leaves at seven."));
    std::string first, second, third;
    std::jthread a([&] { first = stt_->transcribe(one, {.language = "en"})->text; });
    std::jthread b([&] { second = stt_->transcribe(two, {.language = "en"})->text; });
    std::jthread c([&] { third = stt_->transcribe(one, {.language = "en"})->text; });
    a.join();
    b.join();
    c.join();
    EXPECT_THAT(first, SaysAlmost(kText));
    EXPECT_THAT(second, testing::HasSubstr("train"));
    EXPECT_THAT(third, SaysAlmost(kText));
}

TEST_F(Speech, ACancelledRecognitionEndsEarly) {
    std::stop_source stop;
    stop.request_stop();
    const auto heard = stt_->transcribe(at_16k(say(kText)), {.language = "en"}, stop.get_token());
    ASSERT_FALSE(heard);
    EXPECT_EQ(heard.error().fault, Fault::unavailable);
}

TEST_F(Speech, AnUnknownLanguageIsRefused) {
    EXPECT_EQ(stt_->transcribe(noise(1, 0.1F), {.language = "tlh"}).error().fault, Fault::invalid);
    EXPECT_EQ(tts_->synthesize({.text = "hi", .language = "tlh"}).error().fault, Fault::invalid);
}

TEST_F(Speech, SpokenWordsAreThoseOfTheTextInOrderOfTime) {
    const auto spoken = say("Well, it's 7 o'clock (already)! Let's go.");
    std::vector<std::string> words;
    double reached = 0;
    for (const auto& word : spoken.words) {
        words.push_back(word.word);
        EXPECT_GE(word.start, reached - 1e-9);
        EXPECT_GT(word.end, word.start);
        reached = word.end;
    }
    EXPECT_THAT(words,
                testing::ElementsAre("Well", "it's", "7", "o'clock", "already", "Let's", "go"));
    EXPECT_LE(reached, static_cast<double>(spoken.pcm.size()) / spoken.sample_rate);
    EXPECT_FALSE(spoken.words_estimated);
    EXPECT_EQ(spoken.words.front().phonemes.front().ipa, "w");
}

TEST_F(Speech, TheTimesAreThoseOfTheSound) {
    // Whisper's times of the words are the judge: half of a vowel is about 0.1 s.
    const auto spoken = say("The blue elephant is sleeping under the tree.");
    const auto heard = stt_->transcribe(at_16k(spoken), {.language = "en", .words = true});
    ASSERT_EQ(heard->words.size(), spoken.words.size()) << heard->text;
    double off = 0;
    for (std::size_t i = 0; i < spoken.words.size(); ++i) {
        off += std::abs(heard->words[i].end - spoken.words[i].end);
    }
    EXPECT_LT(off / static_cast<double>(spoken.words.size()), 0.25);
}

TEST_F(Speech, AStreamSaysTheSameWordsAndItsFirstPieceIsShort) {
    const auto parts = tts_->stream({.text = "My brother works in a hospital, and he helps sick "
                                             "people every day. He likes it."});
    ASSERT_TRUE(parts);
    std::vector<std::size_t> samples;
    std::string words;
    for (auto piece = (*parts)->next(); piece && *piece; piece = (*parts)->next()) {
        samples.push_back((*piece)->pcm.size());
        for (const auto& word : (*piece)->words) words += word.word + " ";
    }
    EXPECT_EQ(words,
              "My brother works in a hospital and he helps sick people every day He likes it ");
    ASSERT_EQ(samples.size(), 3U);
    EXPECT_LT(samples[0], (*parts)->about().sample_rate * 3);
}

TEST_F(Speech, GivenPhonemesAreSaidAndUnknownOnesRefused) {
    EXPECT_TRUE(tts_->synthesize({.text = "Say [[θɪŋk]]."}));
    EXPECT_EQ(tts_->synthesize({.text = "Say [[字]]."}).error().fault, Fault::invalid);
    EXPECT_EQ(tts_->synthesize({.text = "[[a]]", .language = "vi"}).error().fault, Fault::invalid);
}

TEST_F(Speech, SlowSpeechTakesLonger) {
    const auto slow = say(kText, 0.5).pcm.size();
    const auto fast = say(kText, 2).pcm.size();
    EXPECT_GT(slow, 2 * fast);
}

TEST_F(Speech, VietnameseIsSpokenByEspeakWithoutAVoiceAndSaysSo) {
    const auto spoken = tts_->synthesize({.text = "Tôi thích phở.", .language = "vi"});
    ASSERT_TRUE(spoken);
    EXPECT_EQ(spoken->model, "espeak-ng vi");
    EXPECT_FALSE(spoken->words_estimated);
    ASSERT_EQ(spoken->words.size(), 3U);
    EXPECT_EQ(spoken->words[2].word, "phở");
    EXPECT_GT(spoken->pcm.size(), spoken->sample_rate / 2);
}

TEST_F(Speech, WhatCannotBeSpokenIsRefused) {
    for (const std::string text : {"", "  ", "...", "!?", "\x01"}) {
        EXPECT_EQ(tts_->synthesize({.text = text}).error().fault, Fault::invalid) << text;
        EXPECT_EQ(tts_->synthesize({.text = text, .language = "vi"}).error().fault, Fault::invalid);
    }
    EXPECT_EQ(tts_->synthesize({.text = "hi", .speed = 3}).error().fault, Fault::invalid);
    EXPECT_EQ(tts_->synthesize({.text = std::string(20001, 'a')}).error().fault, Fault::invalid);
}

TEST_F(Speech, ANativeLikeVoiceScoresHighAndAWrongTextClearlyLower) {
    const auto pcm = at_16k(say(kText));
    const auto right = aligner_->align(pcm, kText);
    const auto wrong =
        aligner_->align(pcm, "The yellow bus goes to the market every morning early.");
    ASSERT_TRUE(right && wrong);
    EXPECT_GE(right->overall, 85);
    EXPECT_GE(right->confidence, 0.9);
    EXPECT_LT(wrong->overall, 60);
    EXPECT_LT(wrong->confidence, 0.9);
    EXPECT_LT(wrong->coverage, right->coverage);
}

TEST_F(Speech, EveryWordOfTheTextIsInTheAlignmentAndTimesRise) {
    const auto result = aligner_->align(at_16k(say("Zyrkle's blorptastic phone — is 5.")),
                                        "Zyrkle’s “blorptastic” phone — is 5.");
    ASSERT_TRUE(result);
    std::vector<std::string> words;
    double reached = 0;
    for (const auto& word : result->words) {
        words.push_back(word.word);
        ASSERT_FALSE(word.phones.empty()) << word.word;
        for (const auto& phone : word.phones) {
            EXPECT_GE(phone.start, reached - 1e-9);
            EXPECT_GE(phone.end, phone.start);
            EXPECT_FALSE(phone.ipa.empty());
            reached = phone.end;
        }
    }
    EXPECT_THAT(words, testing::ElementsAre("Zyrkle’s", "blorptastic", "phone", "is", "5"));
}

TEST_F(Speech, ATextTooLongForTheSoundIsALowScoreNotAnError) {
    std::string endless;
    for (int i = 0; i < 60; ++i) endless += "unbelievable ";
    const auto result = aligner_->align(at_16k(say("Hello.")), endless);
    ASSERT_TRUE(result);
    EXPECT_EQ(result->words.size(), 60U);
    EXPECT_LT(result->overall, 20);
    EXPECT_LT(result->confidence, 0.1);
}

TEST_F(Speech, SilenceScoresNothing) {
    const auto result = aligner_->align(std::vector<float>(32000, 0.0F), "Good morning.");
    ASSERT_TRUE(result);
    EXPECT_EQ(result->overall, 0);
    EXPECT_EQ(result->coverage, 0);
}

TEST_F(Speech, WhatCannotBeAlignedIsRefused) {
    EXPECT_EQ(aligner_->align(noise(1, 0.1F), " ... ").error().fault, Fault::invalid);
    EXPECT_EQ(aligner_->align(noise(0.05, 0.1F), "hello").error().fault, Fault::invalid);
}

TEST_F(Speech, TheWeakVowelHasItsOwnSign) {
    const auto result = aligner_->align(at_16k(say("about a cup")), "about a cup");
    ASSERT_TRUE(result);
    EXPECT_EQ(result->words[0].phones[0].ipa, "ə");
    EXPECT_EQ(result->words[2].phones[1].ipa, "ʌ");
    EXPECT_THAT(aligner_->phones_of("Cup"), testing::ElementsAre("K", "AH", "P"));
}

TEST(BrokenModels, AreFailedWithAReasonAndComeBackWhenPutRight) {
    namespace fs = std::filesystem;
    const auto folder = fs::temp_directory_path() / ("lexi-broken-" + std::to_string(::getpid()));
    fs::create_directories(folder);
    const auto voice = tool::model("en_US-joe-medium.onnx");
    const auto copy = folder / "en_US-joe-medium.onnx";
    fs::copy_file(voice, copy);
    fs::copy_file(voice + ".json", copy.string() + ".json");
    fs::resize_file(copy, fs::file_size(copy) / 2);
    std::ofstream(folder / "ggml-base.bin") << "this is no model";
    const auto tts =
        make_piper({.english_path = copy.string(), .vietnamese_path = "", .retry_seconds = 0.05});
    const auto stt = make_whisper({.model_path = (folder / "ggml-base.bin").string(),
                                   .fallback_path = "",
                                   .vad_path = "",
                                   .retry_seconds = 0.05});
    EXPECT_FALSE(tool::ready(*tts));
    EXPECT_FALSE(tool::ready(*stt));
    EXPECT_NE(tts->status().reason, "");
    EXPECT_EQ(tts->synthesize({.text = "hi"}).error().fault, Fault::unavailable);
    EXPECT_EQ(stt->transcribe({}, {}).error().fault, Fault::unavailable);
    fs::copy_file(voice, copy, fs::copy_options::overwrite_existing);
    for (int i = 0; i < 1000 && tts->status().state != "ready"; ++i) {
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    EXPECT_EQ(tts->status().state, "ready");
    EXPECT_TRUE(tts->synthesize({.text = "hi"}));
    fs::remove_all(folder);
}

}  // namespace
}  // namespace lexi::ml
