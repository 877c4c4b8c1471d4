#include "ml/model_file.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>

namespace lexi::ml {
namespace {
namespace fs = std::filesystem;

class ModelFile : public testing::Test {
protected:
    void SetUp() override { fs::create_directories(folder_); }
    void TearDown() override { fs::remove_all(folder_); }
    void put(const std::string& name, const std::string& bytes = "x") const {
        std::ofstream(folder_ / name) << bytes;
    }
    std::string found(const std::string& spec, std::string_view extension = ".gguf") const {
        const auto path = find_model((folder_ / spec).string(), extension);
        return path ? path->filename().string() : "";
    }
    const fs::path folder_ =
        fs::temp_directory_path() / ("lexi-model-file-" + std::to_string(::getpid()));
};

TEST_F(ModelFile, AFileIsTakenAsItIs) {
    put("odd.name");
    EXPECT_EQ(found("odd.name"), "odd.name");
}

TEST_F(ModelFile, TheBeginningOfANameFindsTheFile) {
    put("qwen2.5-1.5b-instruct-q4_k_m.gguf");
    put("qwen2.5-1.5b-instruct-q4_k_m.txt");
    EXPECT_EQ(found("Qwen2.5-1.5b"), "qwen2.5-1.5b-instruct-q4_k_m.gguf");
}

TEST_F(ModelFile, WordsInOrderFindTheFileWhenNoNameBeginsSo) {
    put("qwen2.5-coder-1.5b-instruct-q4_k_m.gguf");
    EXPECT_EQ(found("qwen2.5-1.5b"), "qwen2.5-coder-1.5b-instruct-q4_k_m.gguf");
    EXPECT_EQ(found("1.5b-qwen2.5"), "");
}

TEST_F(ModelFile, ANameThatBeginsSoIsPreferred) {
    put("qwen2.5-a-1.5b.gguf");
    put("qwen2.5-1.5b-z.gguf");
    EXPECT_EQ(found("qwen2.5-1.5b"), "qwen2.5-1.5b-z.gguf");
}

TEST_F(ModelFile, AFolderGivesItsFirstModel) {
    put("b.gguf");
    put("a.gguf");
    put("0.bin");
    EXPECT_EQ(found("."), "a.gguf");
}

TEST_F(ModelFile, NothingIsFoundWhereNothingIs) {
    EXPECT_EQ(found("llama"), "");
    EXPECT_EQ(found("no/such/folder/llama"), "");
    EXPECT_FALSE(find_model("", ".gguf"));
}

TEST_F(ModelFile, TheFingerprintChangesWithTheBytes) {
    put("m.gguf", "short");
    const auto before = fingerprint(folder_ / "m.gguf");
    put("m.gguf", "longer now");
    EXPECT_NE(fingerprint(folder_ / "m.gguf"), before);
}

}  // namespace
}  // namespace lexi::ml
