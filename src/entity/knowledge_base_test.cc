#include "entity/knowledge_base.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>

#include "entity/entity_reader.h"
#include "entity/match_key.h"

namespace varde {
namespace {

// A folder of tables that goes with the test.
class Folder {
 public:
  Folder() {
    static int count = 0;
    path_ = std::filesystem::temp_directory_path() /
            ("varde_kb_" + std::to_string(::getpid()) + "_" + std::to_string(++count));
    std::filesystem::create_directories(path_);
    write("countries.tsv",
          "code\talpha2\tname\tcapital\tlatitude\tlongitude\tgeonames\nSYR\tSY\tSyria\tDamascus\t33"
          ".5\t36.3\t170654\n");
  }
  ~Folder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  void write(const std::string& name, const std::string& content) {
    std::ofstream(path_ / name, std::ios::binary) << content;
  }
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

constexpr char kPlaceColumns[] =
    "name\tcountry\tlatitude\tlongitude\tgeonames\tpopulation\tkind\taliases\n";

std::string error_of(const Folder& folder) {
  const auto knowledge = KnowledgeBase::open(folder.path());
  return knowledge ? "" : knowledge.error().message;
}

TEST(MatchKey, LevelsSpellings) {
  EXPECT_EQ(match_key("Deir al-Zor"), "deir al zor");
  EXPECT_EQ(match_key("U.S."), "us");
  EXPECT_EQ(match_key("Genève"), "geneve");
  EXPECT_EQ(match_key("Washington, D.C."), "washington dc");
  EXPECT_EQ(match_key("-"), "");
}

TEST(KnowledgeBase, FindsPlacesByAnyName) {
  Folder folder;
  folder.write("places.tsv", std::string(kPlaceColumns) +
                                 "Homs\tSYR\t34.7\t36.7\t169577\t775404\tcity\tHims|Emesa\n" +
                                 "# a comment\nHims\tSYR\t30\t30\t1\t10\tvillage\t\n");
  const auto knowledge = KnowledgeBase::open(folder.path());
  ASSERT_TRUE(knowledge) << knowledge.error().message;
  const PlaceIndex& places = (*knowledge)->places();
  EXPECT_EQ(places.size(), 2u);
  const auto found = places.find("hims");
  ASSERT_EQ(found.size(), 2u);  // the larger first
  EXPECT_EQ(places.place(found[0]).geonames, 169577);
  EXPECT_EQ(places.find("emesa").size(), 1u);
  EXPECT_TRUE(places.find("oslo").empty());
  EXPECT_TRUE(places.find("").empty());
  EXPECT_EQ(places.find_geonames(1), 1u);
  EXPECT_EQ(places.find_geonames(2), places.size());
}

TEST(KnowledgeBase, NamesTheLineToMend) {
  Folder folder;
  folder.write("places.tsv", std::string(kPlaceColumns) + "Homs\tSYR\tnorth\t36.7\t1\t2\tcity\t\n");
  EXPECT_THAT(error_of(folder), testing::HasSubstr("places.tsv:2: latitude"));
  folder.write("places.tsv", std::string(kPlaceColumns) + "Ho\xFFms\tSYR\t1\t2\t1\t2\tcity\t\n");
  EXPECT_THAT(error_of(folder), testing::HasSubstr("places.tsv:2: is not UTF-8"));
  folder.write("places.tsv", "name\tcountry\n");
  EXPECT_THAT(error_of(folder), testing::HasSubstr("places.tsv:1:"));
  folder.write("places.tsv", std::string(kPlaceColumns));
  folder.write("actors.tsv", "id\ttype\tname\tcountry\tsector\taliases\nx\tgod\tX\tSYR\tGOV\t\n");
  EXPECT_THAT(error_of(folder), testing::HasSubstr("actors.tsv:2: needs an id and a type"));
}

TEST(KnowledgeBase, ReadsTermsOfSeveralPrecisions) {
  Folder folder;
  folder.write("actors.tsv",
               "id\ttype\tname\tcountry\tsector\toffice\tfrom\tto\taliases\n"
               "a\tperson\tA\tSYR\tGOV\tminister\t2001\t2003-04\t\n"
               "a\tperson\tA\tSYR\tGOV\tpresident\t2003-05-02\t\t\n");
  const auto knowledge = KnowledgeBase::open(folder.path());
  ASSERT_TRUE(knowledge) << knowledge.error().message;
  const uint32_t actor = (*knowledge)->find_actor("a");
  EXPECT_EQ((*knowledge)->actor_on(actor, parse_day("2003-04-30")).office, "minister");
  EXPECT_EQ((*knowledge)->actor_on(actor, parse_day("2003-05-01")).office, "minister");
  EXPECT_EQ((*knowledge)->actor_on(actor, parse_day("2003-05-02")).office, "president");
  const KnownActor* holder =
      (*knowledge)->office_holder("SYR", "minister", parse_day("2002-01-01"));
  ASSERT_NE(holder, nullptr);
  EXPECT_EQ(holder->name, "A");
  EXPECT_EQ((*knowledge)->office_holder("SYR", "minister", parse_day("2010-01-01")), nullptr);
}

TEST(KnowledgeBase, KnowsWhatStatesMeetAs) {
  Folder folder;
  folder.write("actors.tsv",
               "id\ttype\tname\tcountry\tsector\tfrom\tto\taliases\n"
               "a\torganization\tA\tIGO\t\t\t2001\t\n"
               "a\torganization\tA\tIGO\t\t2002\t\t\n"
               "b\torganization\tB\tIGO\t\t\t\t\n");
  folder.write("forums.tsv", "id\na\n");
  const auto knowledge = KnowledgeBase::open(folder.path());
  ASSERT_TRUE(knowledge) << knowledge.error().message;
  EXPECT_TRUE((*knowledge)->actor(0).forum);
  EXPECT_TRUE((*knowledge)->actor(1).forum) << "in every term";
  EXPECT_FALSE((*knowledge)->actor(2).forum);
  folder.write("forums.tsv", "id\na\nc\n");
  EXPECT_THAT(error_of(folder), testing::HasSubstr("forums.tsv:3: no actor has the id 'c'"));
}

TEST(EntityReader, RefusesAPackWithAnUnknownClass) {
  Folder folder;
  folder.write("entity_cues.tsv", "class\twords\nlocattive\tin\n");
  const auto knowledge = KnowledgeBase::open(folder.path());
  ASSERT_TRUE(knowledge);
  const auto reader = EntityReader::open(folder.path(), *knowledge);
  ASSERT_FALSE(reader);
  EXPECT_THAT(reader.error().message, testing::HasSubstr("entity_cues.tsv:2: class 'locattive'"));
}

}  // namespace
}  // namespace varde
