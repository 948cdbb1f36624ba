// launcher RESULT PROGRAM INPUT OUTPUT: runs `PROGRAM parse INPUT > OUTPUT` and writes its peak
// memory in KiB to RESULT. A process of its own, because Linux counts what the parent of a process
// had in memory when it started it, and the benchmarks hold many megabytes of text.
#include <cstdio>

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

int main(int count, char** arguments) {
  if (count != 5) return 2;
  const pid_t child = fork();
  if (child == 0) {
    const int output = open(arguments[4], O_WRONLY | O_CREAT | O_TRUNC, 0600);
    if (output < 0 || dup2(output, STDOUT_FILENO) < 0) return 1;
    execl(arguments[2], arguments[2], "parse", arguments[3], static_cast<char*>(nullptr));
    return 1;
  }
  int status = 0;
  rusage usage{};
  if (wait4(child, &status, 0, &usage) != child || !WIFEXITED(status)) return 1;
  std::FILE* result = std::fopen(arguments[1], "w");
  if (result == nullptr) return 1;
  std::fprintf(result, "%ld", usage.ru_maxrss);
  std::fclose(result);
  return WEXITSTATUS(status);
}
