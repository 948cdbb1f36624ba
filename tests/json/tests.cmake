vanban_test(json json/round_trip_test.cpp json/from_json_test.cpp json/offsets_test.cpp
            json/schema_test.cpp)
