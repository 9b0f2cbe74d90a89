#include "core/host/plugin_files.hpp"

#include <gtest/gtest.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fstream>

#include "core/host/sha256.hpp"

namespace zonekg {
namespace {

namespace fs = std::filesystem;

class PluginFiles : public testing::Test {
 protected:
  PluginFiles() {
    std::string pattern = (fs::temp_directory_path() / "zonekg_pins_XXXXXX").string();
    root_ = fs::canonical(mkdtemp(pattern.data()));
    fs::create_directories(root_ / "plugins" / "honour");
    write("plugins/honour/honour.so", "code");
    write("plugins/honour/lexicon.json", "{}");
    write("plugins/flat.so", "more code");
  }
  ~PluginFiles() override {
    std::error_code ignored;
    fs::remove_all(root_, ignored);
  }
  PluginFiles(const PluginFiles&) = delete;
  PluginFiles& operator=(const PluginFiles&) = delete;

  void write(const std::string& name, const std::string& text) const { std::ofstream(root_ / name) << text; }
  [[nodiscard]] fs::path folder() const { return root_ / "plugins"; }
  [[nodiscard]] fs::path plugin() const { return folder() / "honour" / "honour.so"; }

  // Why it is not loaded; nothing when it would be.
  template <class Check> static std::string refusal(const Check& check) {
    try {
      check();
    } catch (const UnsafePlugin& unsafe) {
      return unsafe.what();
    }
    return "";
  }

  fs::path root_;
};

TEST_F(PluginFiles, OnlyThoseThatNobodyElseCanWriteTo) {
  struct Case {
    fs::path place;
    mode_t mode;
    bool good;
  };
  const Case cases[] = {{plugin(), 0644, true},           {plugin(), 0666, false},   {plugin(), 0664, false},
                        {plugin().parent_path(), 0755, true}, {plugin().parent_path(), 0777, false},
                        {plugin().parent_path(), 0775, false}, {plugin().parent_path(), 01777, false},
                        {folder(), 0777, false},          {folder(), 01777, true}, // as /tmp
                        {root_, 0770, false}};
  for (const Case& c : cases) {
    struct stat before {};
    ASSERT_EQ(::stat(c.place.c_str(), &before), 0);
    ASSERT_EQ(::chmod(c.place.c_str(), c.mode), 0);
    const std::string why = refusal([&] { check_owners(plugin()); });
    EXPECT_EQ(why.empty(), c.good) << c.place << " " << std::oct << c.mode << ": " << why;
    if (!c.good) {
      EXPECT_NE(why.find("`chmod go-w " + c.place.string() + "`"), std::string::npos) << why;
    }
    ASSERT_EQ(::chmod(c.place.c_str(), before.st_mode & 07777), 0);
  }
}

TEST_F(PluginFiles, OnlyThoseOfThisUserOrRoot) {
  if (::geteuid() != 0) GTEST_SKIP() << "only root can give files away";
  for (const fs::path& place : {plugin(), plugin().parent_path(), folder()}) {
    ASSERT_EQ(::chown(place.c_str(), 65533, 65533), 0);
    const std::string why = refusal([&] { check_owners(plugin()); });
    EXPECT_NE(why.find(place.string() + " belongs to user 65533"), std::string::npos) << why;
    ASSERT_EQ(::chown(place.c_str(), 0, 0), 0);
  }
  EXPECT_EQ(refusal([&] { check_owners(plugin()); }), "");
}

TEST_F(PluginFiles, NotTheWorkingDirectoryUnderAnyName) {
  const fs::path before = fs::current_path();
  fs::current_path(folder());
  for (const fs::path& name : {fs::path("."), folder(), fs::path("honour/..")})
    EXPECT_NE(refusal([&] { check_folder(name); }).find("is no plugin folder"), std::string::npos) << name;
  EXPECT_EQ(refusal([&] { check_folder("honour"); }), "");
  fs::current_path(before);
}

TEST_F(PluginFiles, LibrariesAreNotLookedForInTheWorkingDirectory) {
  const char* const given = ::getenv("LD_LIBRARY_PATH");
  const std::string before = given ? given : "";
  for (const auto& [path, good] : {std::pair{"/usr/lib:/opt/lib", true}, {"lib", false}, {":/usr/lib", false},
                                   {"/usr/lib:", false}, {"/usr/lib:./x", false}, {"/a;b", false}, {"", true}}) {
    ::setenv("LD_LIBRARY_PATH", path, 1);
    EXPECT_EQ(refusal([] { check_library_path(); }).empty(), good) << path;
  }
  given ? ::setenv("LD_LIBRARY_PATH", before.c_str(), 1) : ::unsetenv("LD_LIBRARY_PATH");
}

TEST_F(PluginFiles, PinsHoldEveryFileOfAPlugin) {
  EXPECT_EQ(pin_lines(folder(), plugin()), sha256_hex("code") + "  honour/honour.so\n" + sha256_hex("{}") +
                                               "  honour/lexicon.json\n");
  EXPECT_EQ(pin_lines(folder(), folder() / "flat.so"), sha256_hex("more code") + "  flat.so\n");
  write("pins", "# by hand\n\n" + pin_lines(folder(), plugin()));
  const Pins pins(root_ / "pins");
  EXPECT_EQ(refusal([&] { pins.check(folder(), plugin()); }), "");
  EXPECT_NE(refusal([&] { pins.check(folder(), folder() / "flat.so"); }).find("flat.so is not in the list"),
            std::string::npos);
  write("plugins/honour/lexicon.json", "{ }");
  EXPECT_NE(refusal([&] { pins.check(folder(), plugin()); }).find("honour/lexicon.json has been changed"),
            std::string::npos);
  write("plugins/honour/lexicon.json", "{}");
  write("plugins/honour/added.so", "stranger");
  EXPECT_NE(refusal([&] { pins.check(folder(), plugin()); }).find("honour/added.so is not in the list"),
            std::string::npos);
}

TEST_F(PluginFiles, AListOfPinsThatIsNoneNamesTheLine) {
  const std::vector<std::string> lines = {"nonsense", "abc  honour.so", std::string(64, 'g') + "  x.so",
                                          std::string(64, 'a') + " x", std::string(64, 'a') + "  "};
  for (const std::string& line : lines) {
    write("pins", "# remark\n" + line + "\n");
    try {
      const Pins pins(root_ / "pins");
      ADD_FAILURE() << line;
    } catch (const InputError& error) {
      EXPECT_NE(std::string(error.what()).find("pins:2: not a SHA-256 sum"), std::string::npos) << error.what();
    }
  }
  EXPECT_THROW(Pins(root_ / "none"), InputError);
}

} // namespace
} // namespace zonekg
