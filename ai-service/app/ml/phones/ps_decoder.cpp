#include "ml/phones/ps_decoder.hpp"

#include <pocketsphinx/err.h>

#include <filesystem>
#include <sstream>

#include "ml/phones/arpabet.hpp"
#include "ml/piper/espeak.hpp"

namespace lexi::ml {
namespace {

constexpr const char* kLoop = "phones";

std::vector<std::string> split(const std::string& text) {
    std::istringstream in(text);
    std::vector<std::string> words;
    for (std::string word; in >> word;) words.push_back(word);
    return words;
}

// "the(2)" is a variant of "the"; fillers are in angle or square brackets or between plus signs.
bool is_filler(const std::string& word) {
    return word.starts_with('<') || word.starts_with('[') || word.starts_with('+');
}

struct FreeConfig {
    void operator()(ps_config_t* config) const noexcept { ps_config_free(config); }
};

}  // namespace

std::expected<std::unique_ptr<PsDecoder>, std::string> PsDecoder::make(
    const std::string& model_dir) {
    err_set_loglevel(ERR_FATAL);
    const std::filesystem::path dir(model_dir);
    std::unique_ptr<ps_config_t, FreeConfig> config(ps_config_init(nullptr));
    ps_config_set_str(config.get(), "hmm", (dir / "en-us").c_str());
    ps_config_set_str(config.get(), "dict", (dir / "cmudict-en-us.dict").c_str());
    ps_config_set_str(config.get(), "loglevel", "FATAL");
    // Wide: learners' speech is far from the models.
    ps_config_set_float(config.get(), "beam", 1e-100);
    ps_config_set_float(config.get(), "pbeam", 1e-100);
    ps_config_set_float(config.get(), "wbeam", 1e-80);
    ps_config_set_int(config.get(), "maxhmmpf", -1);
    // The path that bestpath finds through the lattice may lack the first or the last word, and the
    // alignment then fails: 28 of 100 recordings with it, none of 300 without.
    ps_config_set_bool(config.get(), "bestpath", 0);
    ps_config_set_bool(config.get(), "allphone_ci", 1);
    ps_config_set_float(config.get(), "lw", 2.0);
    ps_decoder_t* decoder = ps_init(config.get());
    if (decoder == nullptr) return std::unexpected("the acoustic model is missing or damaged");
    std::unique_ptr<PsDecoder> made(new PsDecoder(decoder));
    // The loop looks at all phones at every frame: narrower beams lose nothing there.
    auto* live = ps_get_config(decoder);
    ps_config_set_float(live, "beam", 1e-20);
    ps_config_set_float(live, "pbeam", 1e-20);
    const auto loop = ps_add_allphone_file(decoder, kLoop, (dir / "en-us-phone.lm.bin").c_str());
    ps_config_set_float(live, "beam", 1e-100);
    ps_config_set_float(live, "pbeam", 1e-100);
    if (loop != 0) return std::unexpected("the phone model is missing or damaged");
    return made;
}

std::vector<std::string> PsDecoder::looked_up(const std::string& word) const {
    char* phones = ps_lookup_word(decoder_.get(), word.c_str());
    if (phones == nullptr) return {};
    const std::string text(phones);
    std::free(phones);  // NOLINT: the library's contract
    return split(text);
}

std::vector<std::string> PsDecoder::phones_of(const std::string& word) {
    auto phones = looked_up(word);
    if (!phones.empty()) return phones;
    if (const auto clauses = Espeak::get().clauses(word, "en-us")) {
        for (const auto& clause : *clauses) {
            const auto part = ipa_to_arpabet(clause.ipa);
            phones.insert(phones.end(), part.begin(), part.end());
        }
    }
    return phones;
}

bool PsDecoder::know(const std::string& word) {
    if (!looked_up(word).empty()) return true;
    std::string phones;
    for (const auto& phone : phones_of(word)) phones += (phones.empty() ? "" : " ") + phone;
    if (phones.empty()) return false;
    ++added_;
    return ps_add_word(decoder_.get(), word.c_str(), phones.c_str(), 0) >= 0;
}

bool PsDecoder::decode(std::span<const std::int16_t> pcm) {
    if (ps_start_utt(decoder_.get()) < 0) return false;
    const auto frames = ps_process_raw(decoder_.get(), pcm.data(), pcm.size(), 0, 1);
    return ps_end_utt(decoder_.get()) >= 0 && frames >= 0;
}

std::optional<std::vector<AlignedWord>> PsDecoder::align(std::span<const std::int16_t> pcm,
                                                         const std::vector<std::string>& words) {
    std::string text;
    for (const auto& word : words) {
        if (!know(word)) return std::nullopt;
        text += (text.empty() ? "" : " ") + word;
    }
    // Twice: the first pass finds the words (and silences, and which variant of each), the second
    // their phones.
    if (ps_set_align_text(decoder_.get(), text.c_str()) != 0 || !decode(pcm)) return std::nullopt;
    std::int32_t score = 0;
    if (ps_get_hyp(decoder_.get(), &score) == nullptr) return std::nullopt;
    if (ps_set_alignment(decoder_.get(), nullptr) != 0 || !decode(pcm)) return std::nullopt;
    auto* alignment = ps_get_alignment(decoder_.get());
    if (alignment == nullptr) return std::nullopt;
    std::vector<AlignedWord> aligned;
    for (auto* word = ps_alignment_words(alignment); word != nullptr;
         word = ps_alignment_iter_next(word)) {
        if (is_filler(ps_alignment_iter_name(word))) continue;
        AlignedWord found{.index = aligned.size(), .phones = {}};
        for (auto* phone = ps_alignment_iter_children(word); phone != nullptr;
             phone = ps_alignment_iter_next(phone)) {
            Segment segment{
                .phone = ps_alignment_iter_name(phone), .start = 0, .frames = 0, .score = 0};
            segment.score = ps_alignment_iter_seg(phone, &segment.start, &segment.frames);
            found.phones.push_back(segment);
        }
        aligned.push_back(std::move(found));
    }
    if (aligned.size() != words.size()) return std::nullopt;
    return aligned;
}

std::vector<Segment> PsDecoder::free_phones(std::span<const std::int16_t> pcm) {
    std::vector<Segment> found;
    if (ps_activate_search(decoder_.get(), kLoop) != 0 || !decode(pcm)) return found;
    for (auto* seg = ps_seg_iter(decoder_.get()); seg != nullptr; seg = ps_seg_next(seg)) {
        int first = 0, last = 0;
        std::int32_t acoustic = 0, language = 0, backoff = 0;
        ps_seg_frames(seg, &first, &last);
        ps_seg_prob(seg, &acoustic, &language, &backoff);
        found.push_back({.phone = ps_seg_word(seg),
                         .start = first,
                         .frames = last - first + 1,
                         .score = static_cast<double>(acoustic)});
    }
    return found;
}

}  // namespace lexi::ml
