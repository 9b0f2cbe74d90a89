// Memory that is not given back, and what a megabyte costs.
#include <malloc.h>
#include <sys/resource.h>

#include <algorithm>
#include <cmath>
#include <ctime>

#include "cli/conformance/checks.hpp"
#include "cli/conformance/one_call.hpp"

namespace zonekg {
namespace {

constexpr std::size_t allowance = 64U << 10U; // bytes: what allocators and lazily made tables may keep

std::size_t heap_in_use() {
  const struct mallinfo2 info = ::mallinfo2();
  return info.uordblks + info.hblkhd;
}

double processor_seconds() {
  timespec now{};
  ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

double peak_megabytes() {
  rusage usage{};
  ::getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1024;
}

std::string fixed(double value, int digits) {
  const double scale = std::pow(10, digits);
  std::string text = std::to_string(std::round(value * scale) / scale);
  return text.substr(0, text.find('.') + (digits > 0 ? 1 + static_cast<std::size_t>(digits) : 0));
}

CheckResult judge_growth(const std::string& name, const std::string& what, std::size_t times, std::size_t before, std::size_t after) {
  const std::size_t grown = after > before ? after - before : 0;
  CheckResult result{name, CheckOutcome::passed, std::to_string(times) + ' ' + what + ", " + std::to_string(grown) + " bytes not given back", {}};
  if (grown <= allowance) return result;
  result.outcome = CheckOutcome::failed;
  result.findings.push_back("that is " + std::to_string(grown / times) + " bytes each time");
  return result;
}

struct Cost {
  double seconds = 0, megabytes = 0;
};

// Samples one after the other up to `size` bytes, each copy with a number, so that no two paragraphs are equal.
std::string long_report(const CheckOptions& options, std::size_t size) {
  const std::vector<std::string> samples = sample_texts(options);
  std::string text;
  for (std::size_t copy = 1; text.size() < size; ++copy)
    for (const std::string& sample : samples) text += sample + "\n第" + std::to_string(copy) + "期。\n";
  return text;
}

Cost cost_of(const Subject& subject, Reader& reader, const std::string& text) {
  const auto document = subject.analyse(text);
  OneCall call(subject, reader, *document);
  const double before = processor_seconds(), memory = peak_megabytes();
  (void)call.extract(call.document());
  return {processor_seconds() - before, peak_megabytes() - memory};
}

} // namespace

CheckResult check_instances(const CheckOptions& options) {
  const Subject subject(options);
  const std::size_t times = options.quick ? 100 : 1000;
  // The plugins that it requires are not on trial.
  PluginSet alone;
  alone.plugins = {subject.plugin()};
  const auto make = [&](std::size_t number) {
    for (std::size_t i = 0; i < number; ++i) {
      const PluginInstances instances(alone, subject.config());
      (void)instances.triggers(0);
    }
  };
  make(times / 20);
  const std::size_t before = heap_in_use();
  make(times);
  return judge_growth("instances", "instances made and destroyed", times, before, heap_in_use());
}

CheckResult check_documents(const CheckOptions& options) {
  const Subject subject(options);
  Reader reader(subject);
  const auto document = subject.analyse(sample_texts(options).front());
  const std::size_t times = options.quick ? 100 : 1000;
  OneCall call(subject, reader, *document);
  for (std::size_t i = 0; i < times / 20; ++i) (void)call.extract(call.document());
  const std::size_t before = heap_in_use();
  for (std::size_t i = 0; i < times; ++i) (void)call.extract(call.document());
  return judge_growth("documents", "readings of one document", times, before, heap_in_use());
}

CheckResult check_speed(const CheckOptions& options) {
  constexpr std::size_t megabyte = 1'000'000, times = 4;
  constexpr double quadratic = 2.5; // how much dearer a megabyte of the long text may be
  const Subject subject(options);
  Reader reader(subject);
  const std::size_t size = options.quick ? megabyte / 4 : megabyte;
  const double per_megabyte = static_cast<double>(megabyte) / static_cast<double>(size);
  (void)cost_of(subject, reader, long_report(options, size / 4)); // caches warm, lazy tables made
  const Cost one = cost_of(subject, reader, long_report(options, size));
  const Cost four = cost_of(subject, reader, long_report(options, times * size));
  CheckResult result{"cost", CheckOutcome::passed,
                     fixed(four.seconds * 1000 * per_megabyte / times, 1) + " ms and " + fixed(four.megabytes * per_megabyte / times, 1) + " MB for each MB of text", {}};
  const double least = 0.02; // seconds: below, the clock says nothing
  if (four.seconds > least * times && four.seconds / times > quadratic * std::max(one.seconds, least / times)) {
    result.outcome = CheckOutcome::failed;
    result.findings.push_back("time grows faster than the text: " + fixed(one.seconds * 1000, 1) + " ms for " + std::to_string(size) + " bytes, " +
                              fixed(four.seconds * 1000, 1) + " ms for " + std::to_string(times * size));
  }
  return result;
}

} // namespace zonekg
