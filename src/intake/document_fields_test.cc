#include "intake/document_fields.h"

#include <gtest/gtest.h>

#include "intake/sha256.h"

namespace varde {
namespace {

TEST(DocumentFields, TakesDaysAndTimestamps) {
  for (const char* iso :
       {"2016-10-13", "2016-10-13T08:30:00Z", "2016-10-13T08:30:00.123+02:00", "2016-10-13 08:30",
        "2016-10-13T0830+0200", "2016-10-13T08", "2016-10-13T083015.25Z"}) {
    ASSERT_TRUE(parse_published(iso).has_value()) << iso;
    EXPECT_EQ(to_string(*parse_published(iso)), "2016-10-13") << iso;
  }
}

TEST(DocumentFields, RefusesWhatIsNoDay) {
  for (const char* iso :
       {"", "2016", "2016-10", "2016-13-01", "2016-02-30", "13.10.2016", "2016-10-13x",
        "2016-10-13T", "2016-10-13T8", "2016-10-13T08:", "2016-10-13T08:30:15.",
        "2016-10-13T08:30+2", "2016-10-13T08:30+02:", "2016-10-13T08:30ZZ", "today", "2016-1-3"}) {
    EXPECT_FALSE(parse_published(iso).has_value()) << iso;
  }
}

TEST(DocumentFields, KnowsLanguageTags) {
  EXPECT_EQ(primary_language("nb"), "nb");
  EXPECT_EQ(primary_language("NB-no"), "nb");
  EXPECT_EQ(primary_language("zh-Hant-TW"), "zh");
  for (const char* tag : {"", "n", "-", "english language", "e1", "nb_NO", "nb\n"}) {
    EXPECT_FALSE(primary_language(tag).has_value()) << tag;
  }
}

TEST(Sha256, IsTheStandardOne) {
  EXPECT_EQ(sha256_hex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(content_id(sha256_hex("abc")), "ba7816bf8f01cfea");
}

}  // namespace
}  // namespace varde
