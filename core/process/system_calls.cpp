#include "core/process/system_calls.hpp"

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <initializer_list>
#include <linux/seccomp.h>
#include <memory>
#include <sched.h>
#include <seccomp.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <unistd.h>

#include "core/process/sanitizers.hpp"

namespace zonekg {
namespace {

using Filter = std::unique_ptr<void, decltype(&seccomp_release)>;

volatile int* denied_call = nullptr;

// Only async-signal-safe calls. The call itself was not made.
void note_denied(int, siginfo_t* what, void*) {
  if (denied_call != nullptr) *denied_call = what->si_syscall;
  ::_exit(128 + SIGSYS);
}

// What a C, C++ or Rust program needs that computes and reads files, by way of glibc.
constexpr int allowed[] = {
    // memory; mmap has conditions
    SCMP_SYS(brk), SCMP_SYS(munmap), SCMP_SYS(mremap), SCMP_SYS(mprotect), SCMP_SYS(madvise), SCMP_SYS(mincore),
    SCMP_SYS(membarrier),
    // what is open; opening has conditions
    SCMP_SYS(read), SCMP_SYS(readv), SCMP_SYS(pread64), SCMP_SYS(preadv), SCMP_SYS(write), SCMP_SYS(writev),
    SCMP_SYS(pwrite64), SCMP_SYS(lseek), SCMP_SYS(_llseek), SCMP_SYS(close), SCMP_SYS(close_range), SCMP_SYS(dup),
    SCMP_SYS(fcntl), SCMP_SYS(fcntl64), SCMP_SYS(fstat), SCMP_SYS(fstat64), SCMP_SYS(fstatfs), SCMP_SYS(fadvise64),
    SCMP_SYS(getdents), SCMP_SYS(getdents64), SCMP_SYS(poll), SCMP_SYS(ppoll), SCMP_SYS(select), SCMP_SYS(pselect6),
    // looking at files: Landlock does not hide that a file is there
    SCMP_SYS(stat), SCMP_SYS(lstat), SCMP_SYS(stat64), SCMP_SYS(lstat64), SCMP_SYS(newfstatat), SCMP_SYS(fstatat64),
    SCMP_SYS(statx), SCMP_SYS(access), SCMP_SYS(faccessat), SCMP_SYS(faccessat2), SCMP_SYS(readlink),
    SCMP_SYS(readlinkat), SCMP_SYS(getcwd), SCMP_SYS(statfs),
    // time
    SCMP_SYS(clock_gettime), SCMP_SYS(clock_getres), SCMP_SYS(clock_nanosleep), SCMP_SYS(nanosleep), SCMP_SYS(time),
    SCMP_SYS(gettimeofday), SCMP_SYS(times),
    // own threads; clone has conditions
    SCMP_SYS(futex), SCMP_SYS(set_robust_list), SCMP_SYS(get_robust_list), SCMP_SYS(rseq), SCMP_SYS(set_tid_address),
    SCMP_SYS(sched_yield), SCMP_SYS(sched_getaffinity), SCMP_SYS(sched_getparam), SCMP_SYS(sched_getscheduler),
    SCMP_SYS(sched_get_priority_max), SCMP_SYS(sched_get_priority_min), SCMP_SYS(getcpu), SCMP_SYS(exit),
    SCMP_SYS(exit_group), SCMP_SYS(arch_prctl),
    // own signals; sending has conditions
    SCMP_SYS(rt_sigaction), SCMP_SYS(rt_sigprocmask), SCMP_SYS(rt_sigreturn), SCMP_SYS(rt_sigpending),
    SCMP_SYS(sigaltstack), SCMP_SYS(restart_syscall),
    // who and where it is
    SCMP_SYS(getpid), SCMP_SYS(gettid), SCMP_SYS(getppid), SCMP_SYS(getuid), SCMP_SYS(geteuid), SCMP_SYS(getgid),
    SCMP_SYS(getegid), SCMP_SYS(getrlimit), SCMP_SYS(ugetrlimit), SCMP_SYS(getrusage), SCMP_SYS(getpriority),
    SCMP_SYS(sysinfo), SCMP_SYS(uname), SCMP_SYS(getrandom),
    // takes away more
    SCMP_SYS(landlock_restrict_self)};

struct Refused {
  int call, error;
};

// What honest libraries try and can do without.
constexpr Refused refused[] = {
    {SCMP_SYS(clone3), ENOSYS}, // its flags lie in memory that a filter cannot see; glibc then takes clone
    {SCMP_SYS(ioctl), ENOTTY},  {SCMP_SYS(setrlimit), EPERM}, {SCMP_SYS(sched_setaffinity), EPERM},
    {SCMP_SYS(setpriority), EPERM}, {SCMP_SYS(mlock), EPERM}, {SCMP_SYS(mlock2), EPERM}, {SCMP_SYS(creat), EACCES},
    {SCMP_SYS(mkdir), EACCES},  {SCMP_SYS(mkdirat), EACCES},  {SCMP_SYS(unlink), EACCES}, {SCMP_SYS(unlinkat), EACCES},
    {SCMP_SYS(rename), EACCES}, {SCMP_SYS(renameat), EACCES}, {SCMP_SYS(renameat2), EACCES},
    {SCMP_SYS(openat2), ENOSYS}};

// Every rule of one list must be there, or the filter is none.
class Rules {
 public:
  explicit Rules(scmp_filter_ctx filter) : filter_(filter) {}
  void add(std::uint32_t action, int call, std::initializer_list<scmp_arg_cmp> conditions = {}) {
    const int failed = seccomp_rule_add_array(filter_, action, call, static_cast<unsigned>(conditions.size()),
                                              conditions.size() == 0 ? nullptr : conditions.begin());
    if (failed != 0) good_ = false;
  }
  [[nodiscard]] bool good() const { return good_; }

 private:
  scmp_filter_ctx filter_;
  bool good_ = true;
};

constexpr scmp_arg_cmp masked(unsigned argument, scmp_datum_t mask, scmp_datum_t value) {
  return {argument, SCMP_CMP_MASKED_EQ, mask, value};
}
constexpr scmp_arg_cmp equal(unsigned argument, scmp_datum_t value) { return {argument, SCMP_CMP_EQ, value, 0}; }

void add_opening(Rules& rules, int call, unsigned flags) {
  rules.add(SCMP_ACT_ALLOW, call, {masked(flags, O_ACCMODE | O_CREAT | O_TRUNC, O_RDONLY)});
  rules.add(SCMP_ACT_ERRNO(EACCES), call, {masked(flags, O_ACCMODE, O_WRONLY)});
  rules.add(SCMP_ACT_ERRNO(EACCES), call, {masked(flags, O_ACCMODE, O_RDWR)});
}

// Shared memory of no file would be memory that no limit counts.
void add_mapping(Rules& rules, int call) {
  constexpr scmp_datum_t kinds = MAP_SHARED | MAP_ANONYMOUS;
  rules.add(SCMP_ACT_ALLOW, call, {masked(3, kinds, 0)});
  rules.add(SCMP_ACT_ALLOW, call, {masked(3, kinds, MAP_SHARED)});
  rules.add(SCMP_ACT_ALLOW, call, {masked(3, kinds, MAP_ANONYMOUS)});
  rules.add(SCMP_ACT_ERRNO(EPERM), call, {masked(3, kinds, kinds)});
}

void add_conditional(Rules& rules) {
  constexpr scmp_datum_t name_memory = 0x53564d41; // PR_SET_VMA, by glibc's allocator
  const auto self = static_cast<scmp_datum_t>(::getpid());
  add_opening(rules, SCMP_SYS(open), 1);
  add_opening(rules, SCMP_SYS(openat), 2);
  add_mapping(rules, SCMP_SYS(mmap));
  add_mapping(rules, SCMP_SYS(mmap2));
  rules.add(SCMP_ACT_ALLOW, SCMP_SYS(clone), {masked(0, CLONE_THREAD, CLONE_THREAD)});
  rules.add(SCMP_ACT_ALLOW, SCMP_SYS(tgkill), {equal(0, self)});
  rules.add(SCMP_ACT_ALLOW, SCMP_SYS(kill), {equal(0, self)});
  rules.add(SCMP_ACT_ALLOW, SCMP_SYS(prlimit64), {equal(2, 0)}); // asks only
  for (const scmp_datum_t option : {scmp_datum_t{PR_SET_NAME}, scmp_datum_t{PR_GET_NAME}, name_memory})
    rules.add(SCMP_ACT_ALLOW, SCMP_SYS(prctl), {equal(0, option)});
}

bool catch_denied() {
  struct sigaction action {};
  action.sa_sigaction = note_denied;
  action.sa_flags = SA_SIGINFO;
  return ::sigaction(SIGSYS, &action, nullptr) == 0;
}

} // namespace

bool can_filter_system_calls() {
  // A filter at no address: EFAULT where filters are known, EINVAL elsewhere.
  return ::prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, nullptr, 0, 0) != 0 && errno == EFAULT;
}

bool filter_system_calls(volatile int* denied) {
  const Filter filter(seccomp_init(SCMP_ACT_TRAP), seccomp_release);
  if (!filter) return false;
  Rules rules(filter.get());
  for (const int call : allowed) rules.add(SCMP_ACT_ALLOW, call);
  // Clang's sanitizer of undefined behaviour asks by a pipe whether memory can be read.
  if constexpr (sanitized) rules.add(SCMP_ACT_ALLOW, SCMP_SYS(pipe2));
  for (const auto& [call, error] : refused) rules.add(SCMP_ACT_ERRNO(static_cast<std::uint32_t>(error)), call);
  add_conditional(rules);
  denied_call = denied;
  return rules.good() && catch_denied() && seccomp_load(filter.get()) == 0;
}

std::string system_call_name(int number) {
  const std::unique_ptr<char, decltype(&std::free)> name(
      seccomp_syscall_resolve_num_arch(seccomp_arch_native(), number), std::free);
  return name ? std::string(name.get()) : "system call " + std::to_string(number);
}

} // namespace zonekg
