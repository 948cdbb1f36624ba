vanban_test(plan plan/ends_test.cpp plan/values_test.cpp plan/citations_test.cpp
  plan/roles_test.cpp plan/assignments_test.cpp)
