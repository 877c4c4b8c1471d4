#pragma once

namespace lexi::ml {

/// Loads ggml's compute kernels, which libllama and libwhisper share, once a process. They are
/// shared objects beside libggml, one for each kind of CPU; without them there is no backend at
/// all.
void start_ggml();

}  // namespace lexi::ml
