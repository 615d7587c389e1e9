#include "intake/document_reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <zlib.h>

#include <filesystem>
#include <fstream>

namespace varde {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::StartsWith;

class DocumentReaderTest : public testing::Test {
 protected:
  DocumentReaderTest()
      : folder_(fs::path(testing::TempDir()) /
                testing::UnitTest::GetInstance()->current_test_info()->name()) {
    fs::remove_all(folder_);
    fs::create_directories(folder_);
  }
  ~DocumentReaderTest() override { fs::remove_all(folder_); }

  std::string write(const std::string& name, const std::string& content) {
    const fs::path path = folder_ / name;
    fs::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << content;
    return path.string();
  }

  // Every document as "id|text", every error with its folder taken off.
  std::vector<std::string> read(const std::vector<std::string>& paths,
                                const ReaderOptions& options = {}) {
    DocumentReader reader(list_inputs(paths), options);
    std::vector<std::string> all;
    while (auto document = reader.next()) {
      if (*document) {
        all.push_back((*document)->id + "|" + (*document)->text);
        continue;
      }
      std::string message = document->error().message;
      const size_t at = message.find(folder_.string());
      if (at != std::string::npos) message.erase(at, folder_.string().size() + 1);
      all.push_back(message);
    }
    EXPECT_EQ(reader.bytes_read(), reader.bytes_total());
    return all;
  }

  fs::path folder_;
};

TEST_F(DocumentReaderTest, ReadsATextFileAsItIs) {
  const std::string path = write("a.txt", "First line.\r\n\r\nSecond.");
  EXPECT_THAT(read({path}), ElementsAre("abf9d64ebfef7b13|First line.\r\n\r\nSecond."));
}

TEST_F(DocumentReaderTest, ReadsJsonLinesAndReportsABrokenLine) {
  const std::string path = write("a.jsonl",
                                 "{\"id\":\"1\",\"text\":\"One.\"}\n"
                                 "\n"
                                 "{\"id\":\"2\",\"text\":\"Two.\"\n"
                                 "{\"id\":\"3\",\"text\":\"Three.\"}");
  EXPECT_THAT(read({path}),
              ElementsAre("1|One.",
                          "a.jsonl:3: is not valid JSON at column 24; correct it there, or leave "
                          "the document out",
                          "3|Three."));
}

TEST_F(DocumentReaderTest, ReadsOneObjectOverSeveralLines) {
  const std::string path = write("a.json", "{\n \"id\": \"x\",\n \"text\": \"One.\"\n}\n");
  EXPECT_THAT(read({path}), ElementsAre("x|One."));
}

TEST_F(DocumentReaderTest, ReadsJsonLinesInAJsonFile) {
  const std::string path =
      write("a.json", "{\"id\":\"1\",\"text\":\"A\"}\n{\"id\":\"2\",\"text\":\"B\"}\n");
  EXPECT_THAT(read({path}), ElementsAre("1|A", "2|B"));
}

TEST_F(DocumentReaderTest, NamesTheLineOfAMistakeInAnObject) {
  const std::string path = write("a.json", "{\n \"id\": \"x\",\n \"text\": oops\n}\n");
  EXPECT_THAT(read({path}), ElementsAre(StartsWith("a.json: is not valid JSON at line 3")));
}

TEST_F(DocumentReaderTest, UnpacksGzip) {
  const std::string path = (folder_ / "a.jsonl.gz").string();
  gzFile packed = gzopen(path.c_str(), "wb");
  const std::string content = "{\"id\":\"1\",\"text\":\"Packed.\"}\n";
  gzwrite(packed, content.data(), static_cast<unsigned>(content.size()));
  gzclose(packed);
  EXPECT_THAT(read({path}), ElementsAre("1|Packed."));

  fs::resize_file(path, fs::file_size(path) - 12);
  EXPECT_THAT(read({path}), testing::Contains(HasSubstr("a gzip file that breaks off")));
}

TEST_F(DocumentReaderTest, RefusesWhatIsTooLarge) {
  ReaderOptions options;
  options.max_size = 40;
  const std::string lines = write("a.jsonl", "{\"id\":\"1\",\"text\":\"" + std::string(100, 'x') +
                                                 "\"}\n{\"id\":\"2\",\"text\":\"Short.\"}\n");
  const std::string text = write("b.txt", std::string(41, 'x'));
  const std::string fits = write("c.txt", std::string(40, 'x'));
  EXPECT_THAT(read({lines, text, fits}, options),
              ElementsAre(StartsWith("a.jsonl:1: is larger than 40 bytes"), "2|Short.",
                          StartsWith("b.txt: is larger than 40 bytes"), HasSubstr("|xxxx")));
}

TEST_F(DocumentReaderTest, ReportsWhatHoldsNothing) {
  const std::string empty = write("a.txt", "");
  const std::string blank = write("b.txt", " \n\t\n");
  const std::string no_json = write("c.json", "\n");
  const std::string no_text = write("d.json", "{\"id\":\"1\"}");
  const std::string no_lines = write("e.jsonl", "\n\n");
  EXPECT_THAT(read({empty, blank, no_json, no_text, no_lines}),
              ElementsAre("a.txt: is empty; there is nothing to code",
                          "b.txt: is empty; there is nothing to code",
                          "c.json: is empty; there is nothing to code",
                          StartsWith("d.json:1: has no \"text\"")));
}

TEST_F(DocumentReaderTest, ReportsAPathThatCannotBeRead) {
  EXPECT_THAT(read({(folder_ / "missing.txt").string()}),
              ElementsAre("missing.txt: does not exist; check the spelling of the path"));
  fs::create_directory(folder_ / "empty");
  EXPECT_THAT(read({(folder_ / "empty").string()}),
              ElementsAre(StartsWith("empty: holds no .txt")));
}

TEST_F(DocumentReaderTest, WalksAFolderInTheOrderOfPaths) {
  write("in/b.txt", "B");
  write("in/a/z.txt", "Z");
  write("in/a.json", "{\"id\":\"a\",\"text\":\"A\"}");
  write("in/.hidden/c.txt", "C");
  write("in/picture.png", "P");
  const auto inputs = list_inputs({(folder_ / "in").string()});
  std::vector<std::string> names;
  for (const Input& input : inputs) {
    names.push_back(fs::relative(input.path, folder_ / "in").string());
  }
  EXPECT_THAT(names, ElementsAre("a.json", "a/z.txt", "b.txt"));
}

TEST_F(DocumentReaderTest, FillsInWhatADocumentDoesNotState) {
  ReaderOptions options;
  options.language = "nn";
  options.published = Interval{*parse_day("2020-02-02"), *parse_day("2020-02-02")};
  const std::string path =
      write("a.jsonl",
            "{\"text\":\"A\"}\n"
            "{\"text\":\"B\",\"language\":\"en-GB\",\"published\":\"2021-03-04\"}\n");
  DocumentReader reader(list_inputs({path}), options);
  const auto first = reader.next();
  EXPECT_EQ((*first)->language, "nn");
  EXPECT_EQ(to_string((*first)->published->begin), "2020-02-02");
  const auto second = reader.next();
  EXPECT_EQ((*second)->language, "en");
  EXPECT_EQ(to_string((*second)->published->begin), "2021-03-04");
}

TEST_F(DocumentReaderTest, ConvertsOtherEncodings) {
  const std::string path = write("a.txt", "F\xF8rste linje.");
  DocumentReader reader(list_inputs({path}), {});
  const auto document = reader.next();
  ASSERT_TRUE(document->has_value());
  EXPECT_EQ((*document)->text, "Første linje.");
  EXPECT_THAT((*document)->notes, ElementsAre(HasSubstr("Windows-1252")));
}

}  // namespace
}  // namespace varde
