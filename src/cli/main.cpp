// vanban: the program. It reads files, calls the library and prints; arguments.cpp says how it is
// used, run.cpp what it does.
#include <csignal>
#include <cstdio>
#include <exception>

#include "cli/arguments.hpp"
#include "cli/run.hpp"
#include "cli/streams.hpp"

namespace {

int print(const vanban::cli::Message& message) {
  using vanban::cli::Status;
  if (message.status != Status::done) {
    std::fputs(message.text.c_str(), stderr);
    return message.status;
  }
  vanban::cli::Output output;
  output.write(message.text);
  output.flush();
  return output.error() ? Status::some_failed : Status::done;
}

}  // namespace

int main(int argc, char** argv) {
  std::signal(SIGPIPE, SIG_IGN);  // a closed pipe is an error of output like a full disk
  try {
    const auto arguments = vanban::cli::read_arguments(argc, argv);
    if (const auto* message = std::get_if<vanban::cli::Message>(&arguments)) return print(*message);
    return vanban::cli::run(std::get<vanban::cli::Arguments>(arguments));
  } catch (const std::exception& failure) {
    vanban::cli::complain(failure.what());
    return vanban::cli::Status::some_failed;
  }
}
