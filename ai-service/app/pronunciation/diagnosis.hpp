#pragma once
// What kind of error a wrong sound is for a Vietnamese speaker, how much it costs the listener, and
// two words to practise it with. Pure.
#include <string>
#include <vector>

namespace lexi::pronunciation {

/// A wrong sound among its neighbours, ARPAbet without stress.
struct WrongSound {
    std::string expected;     // empty: a sound was put in
    std::string heard;        // empty: it was left out
    bool last = false;        // of its word
    bool in_cluster = false;  // a consonant beside another one of its word
};

/// "final_deletion", "cluster_reduction", "deletion", "epenthesis", "insertion",
/// "final_devoicing", "voicing", "th_stopping", "s_sh", "affricate", "v_b_w", "l_n_r",
/// "final_nasal", "vowel_length", "vowel_quality", "consonant".
std::string error_pattern(const WrongSound& sound);

/// "high", "medium" or "low": how often the exchange or loss makes another English word or hides
/// the word from listeners. By the functional load of the contrast (Brown 1988; Catford 1987, as
/// ranked for teaching) for exchanges; lost consonants are high, because inflections and whole
/// words hang on them.
std::string error_severity(const WrongSound& sound);

/// Two words that differ in just these sounds: {"thin", "tin"}, or, where nothing was heard, in
/// their end: {"beat", "bee"}. Empty where the tables have none.
std::vector<std::string> minimal_pair(const std::string& expected, const std::string& heard);

}  // namespace lexi::pronunciation
