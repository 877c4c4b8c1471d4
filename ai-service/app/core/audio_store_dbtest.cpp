// The audio store and its sweeper against a real MongoDB server and a real folder.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "core/sweeper.hpp"
#include "core/test_database.hpp"

namespace lexi::audio_store_dbtest {

struct Everything {};

}  // namespace lexi::audio_store_dbtest

namespace lexi::core {
namespace {

namespace fs = std::filesystem;
using namespace audio_store_dbtest;
using std::chrono::days;
using std::chrono::hours;

class AudioStoreServer : public testing::Test {
protected:
    static void SetUpTestSuite() { start_test_driver(); }
    void SetUp() override {
        const char* url = std::getenv("LEXI_TEST_MONGODB_URL");
        ASSERT_NE(url, nullptr) << "LEXI_TEST_MONGODB_URL must name a MongoDB server";
        database_ = std::make_unique<TestDatabase>(url);
        folder_ = fs::temp_directory_path() / ("lexi-audio-" + Uuid::random().str());
        store_ = std::make_unique<AudioStore>(folder_, "/api/v1", 7);
    }
    void TearDown() override {
        database_.reset();
        fs::remove_all(folder_);
    }

    AudioDocument save(const std::string& bytes = "RIFFsome", const std::string& key = "") {
        AudioDocument saved;
        database_->run([&](Connection& db) {
            saved =
                store_
                    ->save(db,
                           {.user = learner_.str(), .file_type = "recording", .request_key = key},
                           bytes, now_)
                    .value();
        });
        return saved;
    }
    bool found(const AudioDocument& audio, const Uuid& user, Instant at) {
        bool there = false;
        database_->run([&](Connection& db) {
            there = store_->find(db, user, to_hex(audio._id), at).has_value();
        });
        return there;
    }
    Swept sweep(Instant at) {
        Swept swept;
        database_->run([&](Connection& db) { swept = sweep_audio(db, *store_, at); });
        return swept;
    }
    std::int64_t documents() {
        std::int64_t count = 0;
        database_->run([&](Connection& db) { count = db["audio_files"].count(Everything{}); });
        return count;
    }
    std::size_t files() const {
        std::size_t count = 0;
        for (const auto& entry : fs::recursive_directory_iterator(folder_)) {
            count += entry.is_regular_file() ? 1 : 0;
        }
        return count;
    }
    fs::path path_of(const AudioDocument& audio) const {
        return audio_path(folder_, audio._id, audio.format);
    }
    static void make_old(const fs::path& path) {
        fs::last_write_time(path, fs::file_time_type::clock::now() - hours(1));
    }

    const Uuid learner_ = Uuid::random();
    const Instant now_ = lexi::now();
    fs::path folder_;
    std::unique_ptr<TestDatabase> database_;
    std::unique_ptr<AudioStore> store_;
};

TEST_F(AudioStoreServer, WhatIsSavedIsReadBackWholeAndInParts) {
    const auto audio = save("0123456789");
    EXPECT_EQ(audio.url, "/api/v1/ai/audio/" + to_hex(audio._id));
    EXPECT_EQ(store_->read(audio, 0, 10).value(), "0123456789");
    EXPECT_EQ(store_->read(audio, 3, 4).value(), "3456");
    EXPECT_EQ(store_->read(audio, 8, 4).error().fault, Fault::not_found);
}

TEST_F(AudioStoreServer, OnlyItsOwnerFindsItAndOnlyInItsTime) {
    const auto audio = save();
    EXPECT_TRUE(found(audio, learner_, now_));
    EXPECT_FALSE(found(audio, Uuid::random(), now_));
    EXPECT_TRUE(found(audio, learner_, now_ + days(7) - hours(1)));
    EXPECT_FALSE(found(audio, learner_, now_ + days(7) + hours(1)));
}

TEST_F(AudioStoreServer, AnIdThatIsNoneIsNotFound) {
    database_->run([&](Connection& db) {
        for (const auto* id : {"", "x", "../../etc/passwd", "0123456789abcdef0123456g"}) {
            EXPECT_EQ(store_->find(db, learner_, id, now_).error().fault, Fault::not_found) << id;
        }
    });
}

TEST_F(AudioStoreServer, ADocumentWhoseBytesAreGoneOrCutIsNotServed) {
    const auto gone = save();
    fs::remove(path_of(gone));
    EXPECT_FALSE(found(gone, learner_, now_));
    const auto cut = save("0123456789");
    fs::resize_file(path_of(cut), 4);
    EXPECT_FALSE(found(cut, learner_, now_));
}

TEST_F(AudioStoreServer, TheSameRequestOfTheSameLearnerFindsItsSpeech) {
    const auto audio = save("speech", "key");
    const auto known = [&](const Uuid& user, const std::string& key, Instant at) {
        bool there = false;
        database_->run(
            [&](Connection& db) { there = store_->find_synthesis(db, user, key, at).has_value(); });
        return there;
    };
    EXPECT_TRUE(known(learner_, "key", now_));
    EXPECT_FALSE(known(learner_, "another", now_));
    EXPECT_FALSE(known(Uuid::random(), "key", now_));
    EXPECT_FALSE(known(learner_, "key", now_ + days(8)));
    fs::remove(path_of(audio));
    EXPECT_FALSE(known(learner_, "key", now_));
}

TEST_F(AudioStoreServer, NoUnfinishedFileIsLeftBehind) {
    save();
    EXPECT_EQ(files(), 1U);
}

TEST_F(AudioStoreServer, SweepingTakesBytesAndDocumentOfWhatHasExpired) {
    save();
    save();
    EXPECT_EQ(sweep(now_).expired, 0U);
    EXPECT_EQ(documents(), 2);
    EXPECT_EQ(sweep(now_ + days(8)).expired, 2U);
    EXPECT_EQ(documents(), 0);
    EXPECT_EQ(files(), 0U);
}

TEST_F(AudioStoreServer, SweepingGoesOnWhereACrashStoppedIt) {
    const auto audio = save();
    fs::remove(path_of(audio));  // the bytes were taken, the document not yet
    EXPECT_EQ(sweep(now_ + days(8)).expired, 1U);
    EXPECT_EQ(documents(), 0);
}

TEST_F(AudioStoreServer, SweepingTakesOldFilesWithoutADocumentAndLeavesYoungOnes) {
    const auto kept = save();
    const auto orphan = audio_path(folder_, new_object_id(), "wav");
    const auto unfinished = audio_path(folder_, new_object_id(), "ogg.part");
    const auto young = audio_path(folder_, new_object_id(), "wav");
    const auto foreign = folder_ / "README.txt";
    for (const auto& path : {orphan, unfinished, young, foreign}) {
        fs::create_directories(path.parent_path());
        std::ofstream(path) << "bytes";
    }
    for (const auto& path : {orphan, unfinished, foreign, path_of(kept)}) make_old(path);
    EXPECT_EQ(sweep(now_).orphans, 2U);
    EXPECT_FALSE(fs::exists(orphan));
    EXPECT_FALSE(fs::exists(unfinished));
    EXPECT_TRUE(fs::exists(young));
    EXPECT_TRUE(fs::exists(foreign));
    EXPECT_TRUE(found(kept, learner_, now_));
}

TEST_F(AudioStoreServer, SweepingTakesOldDocumentsWithoutAFile) {
    const auto kept = save();
    const auto hollow = save();
    fs::remove(path_of(hollow));
    EXPECT_EQ(sweep(now_).hollow, 0U);  // it may be a moment old
    EXPECT_EQ(sweep(now_ + hours(1)).hollow, 1U);
    EXPECT_EQ(documents(), 1);
    EXPECT_TRUE(found(kept, learner_, now_));
}

TEST_F(AudioStoreServer, AFolderThatIsAwayCostsNoDocument) {
    save();
    fs::rename(folder_, folder_.string() + ".away");
    EXPECT_EQ(sweep(now_ + hours(1)).hollow, 0U);
    fs::create_directories(folder_);
    EXPECT_EQ(sweep(now_ + hours(1)).hollow, 0U);
    EXPECT_EQ(documents(), 1);
    fs::remove(folder_);
    fs::rename(folder_.string() + ".away", folder_);
}

TEST_F(AudioStoreServer, TheSweeperWorksByItself) {
    database_->run([&](Connection& db) {
        const auto late = now_ - days(30);
        store_->save(db, {.user = learner_.str(), .file_type = "recording"}, "bytes", late).value();
    });
    const Sweeper sweeper(database_->mongo, *store_, std::chrono::milliseconds(20));
    for (int i = 0; i < 500 && documents() > 0; ++i) {
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    EXPECT_EQ(documents(), 0);
    EXPECT_EQ(files(), 0U);
}

}  // namespace
}  // namespace lexi::core
