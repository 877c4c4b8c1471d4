#pragma once
#include "analysis/service.hpp"
#include "kit/router.hpp"

namespace lexi::analysis {

void mount_analysis(http::Router& router, AnalysisService& service);
/// LanguageTool's API beside it, outside the prefix.
void mount_languagetool(http::Router& router, AnalysisService& service);

}  // namespace lexi::analysis
