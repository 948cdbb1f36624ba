list(APPEND sources encodings/find_encodings.cpp encodings/encodings.cpp encodings/tokens.cpp
                    encodings/path.cpp encodings/capitals.cpp encodings/twice_decoded.cpp
                    encodings/lost_horn.cpp encodings/viqr.cpp)
