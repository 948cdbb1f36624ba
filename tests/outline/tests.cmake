vanban_test(outline outline/marker_test.cpp outline/lines_test.cpp outline/joined_text_test.cpp
            outline/outline_test.cpp)
