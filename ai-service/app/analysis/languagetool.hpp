#pragma once
// The shapes of LanguageTool's HTTP API (version 1 of /v2/check), which editors' plug-ins speak.
#include <cstdint>
#include <glaze/glaze.hpp>
#include <string>
#include <vector>

#include "analysis/annotated.hpp"
#include "ml/grammar/match.hpp"

namespace lexi::analysis::languagetool {

struct Software {
    std::string name = "LexiLingo";
    std::string version = "1.0";
    std::string buildDate;
    int apiVersion = 1;
    bool premium = false;
    std::string premiumHint;
    std::string status;
};

struct Warnings {
    bool incompleteResults = false;
};

struct DetectedLanguage {
    std::string name;
    std::string code;
    double confidence = 1;
};

struct Language {
    std::string name;
    std::string code;
    DetectedLanguage detectedLanguage;
};

struct Replacement {
    std::string value;
};

struct Context {
    std::string text;
    std::int64_t offset = 0;
    std::int64_t length = 0;
};

struct Type {
    std::string typeName;
};

struct Category {
    std::string id;
    std::string name;
};

struct Rule {
    std::string id;
    std::string description;
    std::string issueType;
    Category category;
};

struct MatchView {
    std::string message;
    std::string shortMessage;
    std::vector<Replacement> replacements;
    std::int64_t offset = 0;
    std::int64_t length = 0;
    Context context;
    std::string sentence;
    Type type;
    Rule rule;
    bool ignoreForIncompleteSentence = false;
    std::int64_t contextForSureMatch = 0;
};

struct Check {
    Software software;
    Warnings warnings;
    Language language;
    std::vector<MatchView> matches;
};

struct LanguageItem {
    std::string name;
    std::string code;
    std::string longCode;
};

/// What the client wants left out.
struct Choice {
    std::vector<std::string> disabled_rules;
    std::vector<std::string> enabled_rules;
    std::vector<std::string> disabled_categories;
    bool enabled_only = false;
    bool vietnamese = false;  // messages for one whose mother tongue that is
};

/// The matches of text.text() in the client's own places; those over markup are left out.
Check check_of(const AnnotatedText& text, const ml::grammar::Report& report, const Choice& choice);

}  // namespace lexi::analysis::languagetool
