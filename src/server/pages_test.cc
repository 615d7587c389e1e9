#include "server/pages.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <zlib.h>

#include <set>

namespace varde::server {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::Key;
using testing::Not;
using testing::Pair;

Request asked(const std::string& path, const std::string& method = "GET") {
  Request request;
  request.method = method;
  request.path = path;
  return request;
}

std::string header_of(const Response& response, const std::string& name) {
  for (const auto& [key, value] : response.headers) {
    if (key == name) return value;
  }
  return "";
}

// A gzip file, unpacked by another library into as many bytes as it should have.
std::string unpacked(std::string_view packed, size_t size) {
  std::string plain(size + 1, '\0');
  std::string copy(packed);  // zlib's input is not const
  z_stream stream{};
  stream.next_in = reinterpret_cast<Bytef*>(copy.data());
  stream.avail_in = static_cast<uInt>(copy.size());
  stream.next_out = reinterpret_cast<Bytef*>(plain.data());
  stream.avail_out = static_cast<uInt>(plain.size());
  if (inflateInit2(&stream, 15 + 16) != Z_OK) return "";
  const int code = inflate(&stream, Z_FINISH);
  inflateEnd(&stream);
  plain.resize(plain.size() - stream.avail_out);
  return code == Z_STREAM_END ? plain : "no whole gzip file";
}

TEST(PageFiles, AreFoundByTheirPath) {
  ASSERT_GT(kPageFileCount, 0U);
  std::set<std::string_view> paths;
  for (size_t i = 0; i < kPageFileCount; ++i) {
    const PageFile& file = kPageFiles[i];
    EXPECT_TRUE(paths.insert(file.path).second) << file.path;
    EXPECT_TRUE(file.path.starts_with('/')) << file.path;
    EXPECT_FALSE(file.type.empty()) << file.path;
    const auto found = page_file(file.path);
    ASSERT_TRUE(found.has_value()) << file.path;
    EXPECT_EQ(found->plain.data(), file.plain.data()) << file.path;
  }
  EXPECT_TRUE(paths.contains("/api/v1/openapi.json"));
}

TEST(PageFiles, NothingElseIsFound) {
  for (const char* path : {"", "/", "openapi.json", "/api/v1/openapi.json/", "/api/v1/OPENAPI.json",
                           "/etc/passwd", "/../api/v1/openapi.json", "/api/v1/./openapi.json"}) {
    EXPECT_FALSE(page_file(path)) << path;
  }
}

TEST(PageFiles, ArePackedWhereThatSavesSomething) {
  for (size_t i = 0; i < kPageFileCount; ++i) {
    const PageFile& file = kPageFiles[i];
    if (file.gzip.empty()) continue;
    EXPECT_LT(file.gzip.size(), file.plain.size()) << file.path;
    EXPECT_TRUE(unpacked(file.gzip, file.plain.size()) == file.plain) << file.path;
  }
}

TEST(Pages, EveryFileIsAnsweredPlainAndPacked) {
  for (size_t i = 0; i < kPageFileCount; ++i) {
    const PageFile& file = kPageFiles[i];
    Request request = asked(std::string(file.path));
    const Response plain = page(request);
    EXPECT_EQ(plain.status, 200);
    EXPECT_TRUE(plain.body == file.plain) << file.path;
    EXPECT_EQ(header_of(plain, "Content-Type"), file.type);
    EXPECT_THAT(plain.headers, Not(Contains(Key("Content-Encoding"))));
    EXPECT_EQ(header_of(plain, "Vary"), "Accept-Encoding");
    request.headers["accept-encoding"] = "gzip";
    const Response packed = page(request);
    EXPECT_TRUE(packed.body == (file.gzip.empty() ? file.plain : file.gzip)) << file.path;
    EXPECT_EQ(header_of(packed, "Content-Encoding"), file.gzip.empty() ? "" : "gzip");
    EXPECT_EQ(header_of(packed, "Vary"), "Accept-Encoding");
  }
}

TEST(Pages, AreNotSentAgainWhileTheyAreTheSame) {
  Request request = asked("/api/v1/openapi.json");
  const std::string tag = header_of(page(request), "ETag");
  ASSERT_FALSE(tag.empty());
  for (const std::string& known : {tag, "\"other\", " + tag, tag + ",\"other\""}) {
    request.headers["if-none-match"] = known;
    const Response same = page(request);
    EXPECT_EQ(same.status, 304) << known;
    EXPECT_EQ(same.body, "");
    EXPECT_EQ(header_of(same, "ETag"), tag);
    EXPECT_EQ(header_of(same, "Vary"), "Accept-Encoding") << "as the answer itself would have it";
    EXPECT_FALSE(header_of(same, "Cache-Control").empty());
  }
  for (const char* other : {"\"other\"", "\"\"", "", "nonsense"}) {
    request.headers["if-none-match"] = other;
    EXPECT_EQ(page(request).status, 200) << other;
  }
}

TEST(Pages, AreOnlyRead) {
  EXPECT_EQ(page(asked("/api/v1/openapi.json", "HEAD")).status, 200);
  for (const char* method : {"POST", "PUT", "DELETE", "get", "BREW", ""}) {
    const Response refused = page(asked("/api/v1/openapi.json", method));
    EXPECT_EQ(refused.status, 405) << method;
    EXPECT_EQ(header_of(refused, "Allow"), "GET, HEAD");
  }
}

TEST(Pages, FilesThatAreNotThereAreNotFound) {
  for (const char* path : {"/none.html", "/assets/index-000000.js", "/a/b/c.txt", "/.", "/a/..",
                           "/favicon.ico", "/index.html.bak"}) {
    const Response missing = page(asked(path));
    EXPECT_EQ(missing.status, 404) << path;
    EXPECT_EQ(header_of(missing, "Cache-Control"), "no-store") << path;
  }
}

// The tests below need the workbench's pages, which are left out where Node.js is not installed.
class Workbench : public testing::Test {
 protected:
  void SetUp() override {
    const auto index = page_file("/index.html");
    if (!index) {
      EXPECT_EQ(page(asked("/")).status, 404);
      GTEST_SKIP() << "built without the workbench's pages";
    }
    index_ = *index;
  }

  PageFile index_;
};

TEST_F(Workbench, AddressesThatNameNoFileAreTheFirstPages) {
  for (const char* path :
       {"/", "/timeline", "/map/", "/reader/3f9a2c81d0e4", "/reader/article.one.json",
        "/entries/3f9a2c81d0e4/v1", "/entries/a.b/c.d", "/a.b/c", "//", "/Ære"}) {
    const Response first = page(asked(path));
    EXPECT_EQ(first.status, 200) << path;
    EXPECT_TRUE(first.body == index_.plain) << path;
    EXPECT_THAT(header_of(first, "Content-Type"), HasSubstr("text/html"));
  }
}

TEST_F(Workbench, OnlyFilesNamedByTheirContentAreKeptForLong) {
  int lasting = 0;
  for (size_t i = 0; i < kPageFileCount; ++i) {
    const std::string path(kPageFiles[i].path);
    const bool named = path.starts_with("/assets/");
    lasting += named ? 1 : 0;
    EXPECT_EQ(header_of(page(asked(path)), "Cache-Control").find("immutable") != std::string::npos,
              named)
        << path;
  }
  EXPECT_GT(lasting, 0);
}

TEST_F(Workbench, TheFirstPageIsNeverKeptForLongWhateverItsAddress) {
  for (const char* path :
       {"/", "/timeline", "/assets", "/assets/", "/assets/none", "/assets/a/b"}) {
    EXPECT_THAT(page(asked(path)).headers, Contains(Pair("Cache-Control", "no-cache"))) << path;
  }
}

}  // namespace
}  // namespace varde::server
